package org.shegong.db.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over parts that cannot flow into one another. Not safe for use from several threads. */
final class Sha256 {
    /** Length of a digest in bytes. */
    static final int LENGTH = 32;
    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    /** Adds bytes as they are; for parts of a fixed length, or the last one. */
    Sha256 raw(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** Adds bytes as they are. */
    Sha256 raw(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        return this;
    }

    /** Adds a text behind its length in bytes and a colon. */
    Sha256 part(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        return this;
    }

    /** The digest of what was added; this object can then be used anew. */
    byte[] end() {
        return digest.digest();
    }
}
