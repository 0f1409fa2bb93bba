package org.shegong.db.journal;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What the last entry of a step proves of the step itself: all of it but the mark that it was taken back, which
 * follows from the step that did so.
 *
 * @param labelProof commitment of the label, which may name a person and then can be erased
 * @param undoes id of the step that this one takes back; null for none
 */
record StepSeal(String id, String action, byte[] labelProof, String accountId, String accountName, String deviceId,
                String at, long entries, String undoes) {
    private static final int SALT = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A fresh salt for a label. */
    static byte[] salt() {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** Commitment of a label. */
    static byte[] labelProof(byte[] salt, String label) {
        return new Sha256().raw(salt).part(label).end();
    }

    byte[] digest() {
        return new Sha256().part(id).part(action).part(HexFormat.of().formatHex(labelProof)).part(accountId)
            .part(accountName).part(deviceId).part(at).part(Long.toString(entries))
            .part(undoes == null ? "" : undoes).end();
    }
}
