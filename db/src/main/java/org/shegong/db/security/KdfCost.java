package org.shegong.db.security;

import java.util.function.ToLongFunction;

/**
 * What deriving a key from a password costs (Argon2id). It is stored with each account, so it can rise later.
 * Stations are made with {@link #calibrated()}, never with less than {@link #MINIMUM}; a value may be smaller so
 * that a thousand sign-ins can be rehearsed in a test.
 *
 * @param memoryKib   kibibytes
 * @param iterations  passes over the memory
 * @param parallelism lanes
 */
public record KdfCost(int memoryKib, int iterations, int parallelism) {
    /** The least that a station is made with: 19 MiB, 2 passes, 1 lane. */
    public static final KdfCost MINIMUM = new KdfCost(19 * 1024, 2, 1);
    private static final int LEAST_MEMORY = 64;
    private static final int MOST_MEMORY = 256 * 1024;
    private static final int MOST_ITERATIONS = 24;
    private static final int TRIAL_MEMORY = 32 * 1024;
    private static final long TARGET_NANOS = 1_000_000_000L;

    public KdfCost {
        if (memoryKib < LEAST_MEMORY || memoryKib > MOST_MEMORY || iterations < 1 || iterations > MOST_ITERATIONS
                || parallelism < 1 || parallelism > 8) {
            throw new IllegalArgumentException("key derivation cost out of bounds");
        }
    }

    /**
     * A cost of about one second on this computer: as much memory as fits (at most 256 MiB and an eighth of what
     * the program may use), then passes. Takes up to a second; call it once, when a station is made.
     */
    public static KdfCost calibrated() {
        byte[] salt = new byte[PasswordKey.SALT_LENGTH];
        char[] sample = "calibration".toCharArray();
        PasswordKey.derive(sample, salt, MINIMUM);
        int heapKib = (int) Math.min(MOST_MEMORY, Runtime.getRuntime().maxMemory() / 8 / 1024);
        return calibrated(heapKib, cost -> {
            long start = System.nanoTime();
            PasswordKey.derive(sample, salt, cost);
            return System.nanoTime() - start;
        });
    }

    /**
     * The same with the clock and the limit given.
     *
     * @param nanosOf how long one derivation takes
     */
    static KdfCost calibrated(int memoryLimitKib, ToLongFunction<KdfCost> nanosOf) {
        KdfCost trial = new KdfCost(TRIAL_MEMORY, 2, 1);
        double nanosPerKibAndPass = Math.max(1, nanosOf.applyAsLong(trial)) / (2.0 * TRIAL_MEMORY);
        double affordable = TARGET_NANOS / nanosPerKibAndPass / 2;
        int ceiling = Math.max(MINIMUM.memoryKib, Math.min(MOST_MEMORY, memoryLimitKib));
        int memory = (int) Math.max(MINIMUM.memoryKib, Math.min(ceiling, affordable));
        int passes = (int) Math.max(2, Math.min(MOST_ITERATIONS, TARGET_NANOS / nanosPerKibAndPass / memory));
        return new KdfCost(memory, passes, 1);
    }
}
