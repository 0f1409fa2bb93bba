package org.shegong.db.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shegong.db.journal.SignedHeads;

/**
 * What a backup says about itself; readable without a password, so it holds counts and no records.
 *
 * @param format        1; a higher one was written by a newer program
 * @param schemaVersion of the database inside
 * @param station       name of the station
 * @param created       local date and time to the second, ISO
 * @param counts        rows by table, sorted by table
 * @param database      the database inside
 * @param keys          the key file inside
 * @param journal       signed heads of the journal's chains; null in older backups
 */
public record BackupManifest(int format, int schemaVersion, String station, String created, Map<String, Long> counts,
        Part database, Part keys, SignedHeads journal) {
    static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /**
     * One file inside.
     *
     * @param size   bytes
     * @param sha256 lower-case hexadecimal
     */
    public record Part(long size, String sha256) {
    }

    public BackupManifest {
        counts = counts == null ? Map.of() : new TreeMap<>(counts);
    }

    /** When the copy was made. */
    public LocalDateTime createdAt() {
        return LocalDateTime.parse(created);
    }

    byte[] toJson() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of text always become JSON", e);
        }
    }

    /** Empty when the bytes are no complete manifest. */
    static Optional<BackupManifest> parse(byte[] json) {
        try {
            BackupManifest manifest = JSON.readValue(json, BackupManifest.class);
            return manifest != null && manifest.complete() ? Optional.of(manifest) : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private boolean complete() {
        try {
            return format >= 1 && schemaVersion >= 1 && station != null && created != null && createdAt() != null
                    && complete(database) && complete(keys);
        } catch (DateTimeException notADate) {
            return false;
        }
    }

    private static boolean complete(Part part) {
        return part != null && part.size() > 0 && part.sha256() != null && part.sha256().matches("[0-9a-f]{64}");
    }
}
