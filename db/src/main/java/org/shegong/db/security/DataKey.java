package org.shegong.db.security;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The 32 random bytes that encrypt the station's file. Close it when the station is locked: the bytes are then
 * overwritten and every further use fails. Never printed.
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
