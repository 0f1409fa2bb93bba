package org.shegong.db.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * How journal entries are hashed.
 *
 * <p>A field's commitment is SHA-256 over salt, key, before and after; an entry's hash is SHA-256 over the hash
 * before it, its header and the commitments. Values can therefore be erased, leaving commitments, and the chain
 * still proves that no entry was edited, dropped or moved.
 */
final class Chain {
    /** What the first entry of a chain follows. */
    static final String START = "0".repeat(64);
    private static final int SALT_BYTES = 16;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<FieldChange>> CHANGES = new TypeReference<>() { };
    private static final SecureRandom RANDOM = new SecureRandom();

    private Chain() {
    }

    /** Gives each change a fresh salt. */
    static List<FieldChange> salted(List<FieldChange> plain) {
        byte[] random = new byte[plain.size() * SALT_BYTES];
        RANDOM.nextBytes(random);
        List<FieldChange> salted = new ArrayList<>(plain.size());
        for (int i = 0; i < plain.size(); i++) {
            FieldChange change = plain.get(i);
            String salt = Base64.getEncoder().withoutPadding()
                .encodeToString(Arrays.copyOfRange(random, i * SALT_BYTES, (i + 1) * SALT_BYTES));
            salted.add(new FieldChange(change.field(), change.before(), change.after(), salt, null));
        }
        return salted;
    }

    static String commitment(FieldChange change) {
        if (change.erased()) {
            return change.commitment();
        }
        MessageDigest digest = sha256();
        part(digest, change.salt());
        part(digest, change.field());
        part(digest, json(change.before()));
        part(digest, json(change.after()));
        return HexFormat.of().formatHex(digest.digest());
    }

    static String hash(String previous, EntryHeader entry, List<FieldChange> changes) {
        MessageDigest digest = sha256();
        for (String text : List.of(previous, entry.deviceId(), Long.toString(entry.seq()), entry.stepId(), entry.at(),
            entry.accountId(), entry.op(), entry.form(), entry.recordId(), Long.toString(entry.recordVersion()))) {
            part(digest, text);
        }
        for (FieldChange change : changes) {
            part(digest, change.field());
            part(digest, commitment(change));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void part(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("journal value", e);
        }
    }

    static List<FieldChange> changes(String json) {
        try {
            return JSON.readValue(json, CHANGES);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("journal entry is not readable", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
