package org.shegong.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.shegong.db.Station;
import org.shegong.db.backup.BackupCheck;
import org.shegong.db.backup.BackupRotation;
import org.shegong.db.store.AnnouncedUpgrade;
import org.shegong.db.store.PageCheck;
import org.shegong.db.store.StationFile;

/**
 * Kills a writing process at random moments, opens what it left, and looks whether anything that it said was kept is
 * gone, half there or damaged.
 */
final class CrashKills {
    private static final int AHEAD = 2;
    private final Path folder;
    private final String part;
    private final Random random;
    private final Path archive;
    private final List<String> faults = new ArrayList<>();
    private final Deque<Child> waiting = new ArrayDeque<>();
    private final byte[] key;
    private final Path station;
    private final Path old;
    private static final int SPAN = 700;
    /** Steps of an upgrade after which the next is under way, and how many milliseconds that took when nobody killed it. */
    private final Map<String, Integer> spans = new LinkedHashMap<>();
    private final Map<String, Integer> inside = new TreeMap<>();
    private long kept;
    private int killed;

    /** A process that writes, and the file into which it says what it kept. */
    private record Child(Process process, Path said) {
        void awaitReady() throws IOException, InterruptedException {
            while (Files.size(said) == 0) {
                if (!process.isAlive()) {
                    throw new IOException("the child did not start, see child.log");
                }
                Thread.sleep(5);
            }
        }

        /** Waits for the first piece of work that is kept. */
        void awaitWork() throws IOException, InterruptedException {
            while (process.isAlive() && Files.readString(said).lines().count() < 2) {
                Thread.sleep(5);
            }
        }

        /** Waits until something was said; false when the process ended without. */
        boolean awaitLine(String line) throws IOException, InterruptedException {
            while (process.isAlive()) {
                if (Files.readString(said).contains(line + "\n")) {
                    return true;
                }
                Thread.sleep(1);
            }
            return false;
        }

        /** Whole lines after the first; a last one without its end was not said. */
        Set<String> lines() throws IOException {
            String text = Files.readString(said);
            Files.delete(said);
            Set<String> lines = new HashSet<>(List.of(text.substring(0, text.lastIndexOf('\n') + 1).split("\n")));
            lines.remove("ready");
            return lines;
        }
    }

    CrashKills(Path folder, String part, long seed) throws IOException {
        this.folder = folder;
        this.part = part;
        this.random = new Random(seed);
        this.archive = folder.resolve("classes.jsa");
        this.station = folder.resolve("station");
        this.old = folder.resolve("old");
        ProofStation.delete(station);
        this.key = ProofStation.found(station);
        ProofStation.copy(station, folder.resolve("warm"));
        if (part.equals("migrating")) {
            OldStation.make(station, key, old);
        }
        Files.createDirectories(station.resolve("copies"));
    }

    /** Gives what went wrong. */
    List<String> run(int kills) throws IOException, InterruptedException {
        if (part.equals("migrating")) {
            measureUpgrade();
        }
        for (int i = 0; i < kills; i++) {
            while (waiting.size() < Math.min(AHEAD, kills - i)) {
                waiting.add(start(i + waiting.size()));
            }
            once(waiting.remove(), "k" + i + "x");
            if (i % 50 == 49) {
                Figures.say("  %s: %d kills, %d kept, %d faults", part, i + 1, kept, faults.size());
            }
        }
        Figures.say("%-10s %6d kills, %8d pieces of work kept and found again, %d faults", part, killed, kept,
            faults.size());
        if (part.equals("migrating")) {
            Figures.say("  inside the upgrade %d: %s", inside.values().stream().mapToInt(Integer::intValue).sum(), inside);
        }
        return faults;
    }

    /** One upgrade in peace tells how long each step takes. */
    private void measureUpgrade() throws IOException {
        ProofStation.copy(old, station);
        long[] before = {System.nanoTime()};
        String[] last = {""};
        AnnouncedUpgrade.run(station, key, step -> {
            int took = (int) ((System.nanoTime() - before[0]) / 1_000_000);
            if (!last[0].isEmpty()) {
                spans.put(last[0], took);
            }
            before[0] = System.nanoTime();
            last[0] = step;
        });
        Figures.say("  milliseconds after each step: %s", spans);
    }

    private Child start(int number) throws IOException {
        Path warm = folder.resolve("warm" + number % (AHEAD + 1));
        ProofStation.copy(folder.resolve("warm"), warm);
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xshare:auto",
            "-Xlog:disable", "-Dorg.jooq.no-logo=true", "-Dorg.jooq.no-tips=true"));
        command.add(Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-XX:ArchiveClassesAtExit=" + archive);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CrashChild.class.getName(), part,
            station.toString(), HexFormat.of().formatHex(key), "k" + number + "x", warm.toString()));
        Path said = Files.createTempFile(folder, "said", ".txt");
        Child child = new Child(new ProcessBuilder(command).redirectError(folder.resolve("child.log").toFile())
            .redirectOutput(said.toFile()).start(), said);
        return Files.exists(archive) ? child : archived(child, number);
    }

    /** The first child ends by itself and leaves an archive of its classes, from which the others start quickly. */
    private Child archived(Child first, int number) throws IOException {
        try {
            first.awaitReady();
            first.process().getOutputStream().close();
            first.process().waitFor(1, TimeUnit.MINUTES);
            if (!Files.exists(archive)) {
                Files.createFile(archive);
            }
            return start(number);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void once(Child child, String prefix) throws IOException, InterruptedException {
        if (part.equals("migrating")) {
            ProofStation.copy(old, station);
        }
        child.awaitReady();
        OutputStream go = child.process().getOutputStream();
        go.write('\n');
        go.flush();
        if (part.equals("migrating")) {
            awaitUpgrade(child);
        } else {
            if (random.nextInt(4) > 0) {
                child.awaitWork();
            }
            Thread.sleep(random.nextInt(SPAN));
        }
        child.process().destroyForcibly().waitFor();
        killed++;
        Set<String> said = child.lines();
        if (part.equals("migrating")) {
            hit(said);
        } else {
            kept += said.size();
        }
        look(prefix, said);
    }

    /** Half of the kills are meant for the migrations themselves, the others for any step. */
    private void awaitUpgrade(Child child) throws IOException, InterruptedException {
        List<String> steps = List.copyOf(spans.keySet());
        String step = random.nextBoolean() ? "KEPT" : steps.get(random.nextInt(steps.size()));
        if (child.awaitLine(step)) {
            Thread.sleep(random.nextInt(Math.max(1, spans.get(step))));
        }
    }

    private void hit(Set<String> said) {
        String last = spans.keySet().stream().filter(said::contains).reduce("", (one, next) -> next);
        if (!last.isEmpty() && !said.contains("MOVED")) {
            inside.merge("after " + last, 1, Integer::sum);
        }
    }

    private void look(String prefix, Set<String> said) throws IOException {
        try (Station opened = ProofStation.open(station, key)) {
            Set<String> names = new HashSet<>(ProofStation.names(opened, prefix));
            switch (part) {
                case "saving" -> missing(said, names);
                case "importing" -> imported(prefix, said, names);
                case "migrating" -> faults.addAll(OldStation.missing(opened));
                default -> copies(opened, said);
            }
            ProofStation.faults(opened).forEach(fault -> faults.add(prefix + " " + fault));
        } catch (RuntimeException e) {
            faults.add(prefix + " does not open: " + e);
        }
        PageCheck.damagedPages(station.resolve(StationFile.FILE_NAME), key).forEach(page ->
            faults.add(prefix + " page " + page));
    }

    private void missing(Set<String> said, Set<String> names) {
        said.stream().filter(name -> !names.contains(name)).forEach(name -> faults.add("lost " + name));
    }

    private void imported(String prefix, Set<String> said, Set<String> names) {
        if (names.size() % CrashChild.ROWS != 0) {
            faults.add(prefix + " half an import: " + names.size());
        }
        said.stream().filter(name -> !names.contains(name + "-0")).forEach(name -> faults.add("lost " + name));
    }

    /** Every copy that has its name is whole, acknowledged or not. */
    private void copies(Station opened, Set<String> said) throws IOException {
        Path copies = station.resolve("copies");
        BackupCheck.of(copies, opened.journal()).forEach(finding -> faults.add(finding.toString()));
        Set<String> there = new HashSet<>();
        BackupRotation.list(copies).forEach(copy -> there.add(copy.name()));
        missing(said, there);
        for (String name : there) {
            Files.delete(copies.resolve(name));
        }
    }
}
