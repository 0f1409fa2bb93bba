package org.shegong.db.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * What one entry of the journal holds, as its columns keep it.
 *
 * <p>The text is a flat JSON array: field and value after, two by two, for a new record or an event; field, value
 * before and value after, three by three, for a change. Once a value was erased it is an array of objects, each with
 * the salt of its own that the entry's salt gave it, and the entry's salt is gone, so that nobody can try values until
 * one fits the commitment that stays. Entries of older files are such arrays from the start.
 *
 * @param text the column {@code changes}
 * @param proof the column {@code proof}: salt and root of the commitments, or the digest of what was held before an
 *     erasure; behind it, in the last entry of a step, the digest of the step; null in entries of older files
 */
record EntryContent(String text, byte[] proof) {
    private static final int SALT = 16;
    private static final int WHOLE = SALT + Sha256.LENGTH;
    private static final byte[] NONE = new byte[0];
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<FieldChange>> OBJECTS = new TypeReference<>() { };
    private static final TypeReference<List<Object>> FLAT = new TypeReference<>() { };
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What a new entry holds. */
    static EntryContent of(String op, List<FieldChange> plain) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        boolean pairs = isPairs(op);
        List<Object> flat = new ArrayList<>();
        for (FieldChange change : plain) {
            flat.add(change.field());
            if (!pairs) {
                flat.add(change.before());
            }
            flat.add(change.after());
        }
        byte[] proof = Arrays.copyOf(salt, WHOLE);
        System.arraycopy(Chain.root(salted(plain, salt)), 0, proof, SALT, Sha256.LENGTH);
        return new EntryContent(Chain.json(flat), proof);
    }

    /** The same as the last entry of its step. */
    EntryContent proving(byte[] step) {
        return new EntryContent(text, join(proof, step));
    }

    /**
     * The changes, each with its salt.
     *
     * @throws IllegalArgumentException when the text is not one that the program writes
     */
    List<FieldChange> changes(String op) {
        try {
            if (isWhole()) {
                return salted(unflatten(JSON.readValue(text, FLAT), isPairs(op)), Arrays.copyOf(proof, SALT));
            }
            return JSON.readValue(text, OBJECTS);
        } catch (JsonProcessingException | ClassCastException e) {
            throw new IllegalArgumentException("journal entry is not readable", e);
        }
    }

    /** The same without the values of some fields; itself when it holds none of them. */
    EntryContent erase(String op, Collection<String> fields) {
        List<FieldChange> changes = changes(op);
        if (changes.stream().noneMatch(change -> fields.contains(change.field()) && !change.erased())) {
            return this;
        }
        byte[] digest = proof == null ? null : join(digest(new Sha256()), step());
        return new EntryContent(Chain.json(changes.stream()
            .map(change -> fields.contains(change.field()) ? change.erase() : change).toList()), digest);
    }

    /** Digest of what the entry held when it was written. */
    byte[] digest(Sha256 hash) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return digest(hash, bytes, bytes.length);
    }

    /** The same, with the text as the first bytes of an array. */
    byte[] digest(Sha256 hash, byte[] bytes, int length) {
        return isWhole() ? hash.raw(proof, 0, SALT).raw(bytes, 0, length).end() : Arrays.copyOf(proof, Sha256.LENGTH);
    }

    /** Digest of the step, which its last entry holds; empty in the others. */
    byte[] step() {
        int begin = isWhole() ? WHOLE : Sha256.LENGTH;
        return proof == null || proof.length <= begin ? NONE : Arrays.copyOfRange(proof, begin, proof.length);
    }

    /** Root of the commitments of its fields. */
    byte[] root(String op) {
        return isWhole() ? Arrays.copyOfRange(proof, SALT, WHOLE) : Chain.root(changes(op));
    }

    /** True while nothing of it was erased. */
    boolean isWhole() {
        return proof != null && proof.length % Sha256.LENGTH == SALT;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static boolean isPairs(String op) {
        return "insert".equals(op) || "event".equals(op);
    }

    private static List<FieldChange> unflatten(List<Object> flat, boolean pairs) {
        int width = pairs ? 2 : 3;
        if (flat.size() % width != 0) {
            throw new IllegalArgumentException("journal entry is cut off");
        }
        List<FieldChange> changes = new ArrayList<>(flat.size() / width);
        for (int i = 0; i < flat.size(); i += width) {
            changes.add(new FieldChange((String) flat.get(i), pairs ? null : flat.get(i + 1), flat.get(i + width - 1),
                null, null));
        }
        return changes;
    }

    private static List<FieldChange> salted(List<FieldChange> plain, byte[] salt) {
        Sha256 hash = new Sha256();
        return plain.stream().map(change -> new FieldChange(change.field(), change.before(), change.after(),
            Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(
                hash.raw(salt).raw(change.field().getBytes(StandardCharsets.UTF_8)).end(), SALT)), null)).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntryContent that && text.equals(that.text) && Arrays.equals(proof, that.proof);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "EntryContent";
    }
}
