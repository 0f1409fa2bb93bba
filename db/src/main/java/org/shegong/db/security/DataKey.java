package org.shegong.db.security;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The 32 random bytes that encrypt the station's file. Close it when the station is locked: the bytes are then
 * overwritten and every further use fails. Never printed.
 *
 * <p>Where the bytes are not overwritten: the driver takes the key as text, one Java string per opened connection,
 * which stays in memory until the collector reuses its place; the cipher inside the driver clears its own copy when a
 * connection closes. A memory picture taken while the program runs, or soon after, may therefore show the key; a
 * computer that was switched off shows nothing.
 */
public final class DataKey implements AutoCloseable {
    /** Length in bytes. */
    public static final int LENGTH = 32;
    private final byte[] bytes;
    private boolean wiped;

    private DataKey(byte[] bytes) {
        this.bytes = bytes;
    }

    static DataKey random(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new DataKey(bytes);
    }

    /** Takes a copy of 32 bytes. */
    public static DataKey of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a data key has " + LENGTH + " bytes");
        }
        return new DataKey(bytes.clone());
    }

    /** A copy of the bytes; whoever asks for one overwrites it after use. */
    public synchronized byte[] bytes() {
        if (wiped) {
            throw new IllegalStateException("the data key was wiped");
        }
        return bytes.clone();
    }

    /** A copy that outlives this one. */
    public DataKey copy() {
        return new DataKey(bytes());
    }

    @Override
    public synchronized void close() {
        Arrays.fill(bytes, (byte) 0);
        wiped = true;
    }

    @Override
    public String toString() {
        return "DataKey";
    }
}
