package org.shegong.db.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * How journal entries are hashed.
 *
 * <p>A field's commitment is SHA-256 over salt, key, before and after. Values can therefore be erased, leaving
 * commitments, and the chain still proves that no entry was edited, dropped or moved. An entry's hash is SHA-256 over
 * the hash before it, its header, the digest of what it holds, the root of its field commitments and, in the last
 * entry of a step, the digest of the step. While nothing was erased the digest of what it holds is computed from
 * the text as it stands, so that a check needs few hashes; afterwards it is kept and the root is computed instead.
 *
 * <p>Entries of files before version 11 hash header and commitments alone.
 */
final class Chain {
    /** What the first entry of a chain follows, in entries of older files. */
    static final String START = "0".repeat(64);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HEX = 2 * Sha256.LENGTH;

    private Chain() {
    }

    static String commitment(FieldChange change) {
        return change.erased() ? change.commitment() : HexFormat.of().formatHex(new Sha256().part(change.salt())
            .part(change.field()).part(json(change.before())).part(json(change.after())).end());
    }

    /** Hash of an entry of an older file; hexadecimal. */
    static String hash(String previous, EntryHeader entry, List<FieldChange> changes) {
        Sha256 hash = new Sha256().part(previous).part(entry.deviceId()).part(Long.toString(entry.seq()))
            .part(entry.stepId()).part(entry.at()).part(entry.accountId()).part(entry.op()).part(entry.form())
            .part(entry.recordId()).part(Long.toString(entry.recordVersion()));
        changes.forEach(change -> hash.part(change.field()).part(commitment(change)));
        return HexFormat.of().formatHex(hash.end());
    }

    /** Root of the commitments of an entry's fields. */
    static byte[] root(List<FieldChange> changes) {
        Sha256 hash = new Sha256();
        changes.forEach(change -> hash.part(change.field()).part(commitment(change)));
        return hash.end();
    }

    /**
     * Hash of an entry.
     *
     * @param header its columns as {@link EntryHeader} writes them
     * @param step digest of the step when the entry is the last of it; else empty
     */
    static byte[] hash(Sha256 hash, byte[] previous, byte[] header, byte[] digest, byte[] root, byte[] step) {
        return hash(hash, previous, header, header.length, digest, root, step);
    }

    /** The same with the header in the first bytes of a longer array. */
    static byte[] hash(Sha256 hash, byte[] previous, byte[] header, int length, byte[] digest, byte[] root, byte[] step) {
        return hash.raw(previous).raw(header, 0, length).raw(digest).raw(root).raw(step).end();
    }

    /** A stored hash as bytes; those of older files are hexadecimal. */
    static byte[] bytes(String stored) {
        return stored.length() == HEX ? HexFormat.of().parseHex(stored) : Base64.getDecoder().decode(stored);
    }

    /** A hash as it is stored. */
    static String text(byte[] hash) {
        return Base64.getEncoder().withoutPadding().encodeToString(hash);
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("journal value", e);
        }
    }
}
