package org.shegong.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the proofs that nothing is lost and nothing leaks, and prints what came of them. Not a test. Exit code 0 only
 * when all held.
 *
 * <p>System properties: {@code proof.part} one of {@code tampering}, {@code flips}, {@code writing}, {@code canaries},
 * {@code saving}, {@code importing}, {@code migrating}, {@code backup}, or several with commas; {@code proof.kills},
 * {@code proof.flips}, {@code proof.canaries}, {@code proof.tamperings}, {@code proof.writes} how many;
 * {@code proof.seed}; {@code proof.disk} a file system of about 8 MB that may be filled, else one is
 * mounted where that is permitted.
 */
public final class Proofs {
    private static final String ALL = "tampering,flips,writing,canaries,files,saving,importing,migrating,backup";

    private Proofs() {
    }

    /** Argument: a folder to work in. */
    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        Path folder = Files.createDirectories(Path.of(args[0]));
        long seed = Long.getLong("proof.seed", 20261031L);
        List<String> faults = new ArrayList<>();
        for (String part : text("proof.part", ALL).split(",")) {
            long begin = System.nanoTime();
            faults.addAll(run(part.trim(), Files.createDirectories(folder.resolve(part.trim())), seed));
            Figures.say("%-10s took %d s", part, (System.nanoTime() - begin) / 1_000_000_000L);
        }
        faults.stream().limit(40).forEach(fault -> Figures.say("FAULT %s", fault));
        Figures.say("%s", faults.isEmpty() ? "All held." : faults.size() + " faults.");
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    private static List<String> run(String part, Path folder, long seed) throws IOException, InterruptedException {
        return switch (part) {
            case "tampering" -> new JournalTampering(folder, seed).run(Integer.getInteger("proof.tamperings", 500));
            case "flips" -> new ByteFlips(folder, seed).run(Integer.getInteger("proof.flips", 20));
            case "writing" -> new FailedWrites(folder, text("proof.disk", "").isEmpty() ? null
                : Path.of(text("proof.disk", ""))).run(Integer.getInteger("proof.writes", 40));
            case "canaries" -> new Canaries(folder, seed).run(Integer.getInteger("proof.canaries", 100), true);
            case "files" -> HostileFiles.faults(folder, Integer.getInteger("proof.files", 1000), seed,
                text("proof.corpus", ""));
            case "saving", "importing", "migrating", "backup" -> new CrashKills(folder, part, seed)
                .run(Integer.getInteger("proof.kills", 20));
            default -> throw new IllegalArgumentException("no such part: " + part);
        };
    }

    private static String text(String key, String standard) {
        String value = System.getProperty(key, "");
        return value.isEmpty() ? standard : value;
    }
}
