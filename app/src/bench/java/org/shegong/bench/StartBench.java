package org.shegong.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures the start of the packaged program until its window is there, beside that of an empty JavaFX window with the
 * same settings of Java, by turns. Needs Linux with a display and xdotool. Not a test.
 */
public final class StartBench {
    private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private final Path image;
    private final Path data;

    private record Taken(double seconds, double processor) {
    }

    private StartBench(Path image, Path data) {
        this.image = image;
        this.data = data;
    }

    /** Arguments: folder of the image, a station's folder or a new one, rounds. */
    public static void main(String[] args) throws Exception {
        StartBench bench = new StartBench(Path.of(args[0]), Path.of(args[1]));
        bench.program();
        bench.empty();
        List<Taken> program = new ArrayList<>();
        List<Taken> empty = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            program.add(bench.program());
            empty.add(bench.empty());
        }
        print("start of the program", program);
        print("start of an empty window", empty);
        OUT.printf(Locale.ROOT, "%-30s %8.2f %8.2f%n", "ratio", median(program, false) / median(empty, false),
            median(program, true) / median(empty, true));
    }

    private static void print(String what, List<Taken> all) {
        OUT.printf(Locale.ROOT, "%-30s %6.2f s %6.2f s of processor, median of %d%n", what, median(all, false),
            median(all, true), all.size());
    }

    private static double median(List<Taken> all, boolean processor) {
        return all.stream().mapToDouble(taken -> processor ? taken.processor() : taken.seconds()).sorted()
            .skip(all.size() / 2).findFirst().orElseThrow();
    }

    private Taken program() throws Exception {
        return start(List.of(image.resolve("bin/shegong").toString(), "--data", data.toString()));
    }

    /** The settings are those of the launcher, the archive of classes included; the class path only goes on. */
    private Taken empty() throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        try (Stream<Path> files = Files.list(image.resolve("lib"))) {
            files.filter(file -> file.getFileName().toString().matches("classes-window-.*\\.jsa")).findFirst()
                .ifPresent(archive -> command.add("-XX:SharedArchiveFile=" + archive));
        }
        command.addAll(List.of("-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData",
            "-Xlog:disable", "-Dfile.encoding=UTF-8", "-Dprism.allowhidpi=true", "-cp",
            image.toAbsolutePath() + "/lib/*:" + System.getProperty("java.class.path"), EmptyWindow.Main.class.getName()));
        return start(command);
    }

    private static Taken start(List<String> command) throws Exception {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            while (!hasWindow(process)) {
                if (System.nanoTime() - begin > LONGEST.toNanos() || !process.isAlive()) {
                    throw new IllegalStateException("no window: " + command);
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            double processor = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .mapToDouble(one -> one.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3).sum();
            return new Taken(seconds, processor);
        } finally {
            List<ProcessHandle> children = process.descendants().toList();
            children.forEach(ProcessHandle::destroy);
            if (children.isEmpty()) {
                process.destroy();
            }
            process.waitFor();
        }
    }

    /** Whether a window of this process, or of the Java it started, is on the display. */
    private static boolean hasWindow(Process process) throws IOException, InterruptedException {
        List<Long> ids = new ArrayList<>(List.of(process.pid()));
        process.descendants().forEach(child -> ids.add(child.pid()));
        for (long id : ids) {
            Process search = new ProcessBuilder("xdotool", "search", "--onlyvisible", "--pid", Long.toString(id))
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (search.waitFor() == 0) {
                return true;
            }
        }
        return false;
    }
}
