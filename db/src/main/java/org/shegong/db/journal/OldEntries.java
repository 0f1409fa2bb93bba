package org.shegong.db.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rare questions of a check about single entries, those of older files above all. Used by one thread. */
final class OldEntries {
    private final Connection connection;
    private String previousHash = "";
    private String hash = "";
    private String stored = "";
    private boolean fitsStep;

    OldEntries(Connection connection) {
        this.connection = connection;
    }

    /**
     * Reads an entry of an older file.
     *
     * @throws IllegalArgumentException when its changes are not readable
     */
    void read(String device, long seq) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT e.step_id, e.at, e.account_id, e.op, e.form, e.record_id, e.record_version, e.prev_hash,
                       e.hash, e.changes, s.device_id = e.device_id AND s.at = e.at AND s.account_id = e.account_id AS fits
                FROM journal_entry e LEFT JOIN journal_step s ON s.id = e.step_id
                WHERE e.device_id = ? AND e.seq = ?""")) {
            query.setString(1, device);
            query.setLong(2, seq);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                EntryHeader header = new EntryHeader(device, seq, row.getString("step_id"), row.getString("at"),
                    row.getString("account_id"), row.getString("op"), row.getString("form"),
                    row.getString("record_id"), row.getLong("record_version"), row.getString("prev_hash"));
                stored = row.getString("hash");
                previousHash = header.prevHash();
                fitsStep = row.getBoolean("fits");
                hash = Chain.hash(previousHash, header,
                    new EntryContent(row.getString("changes"), null).changes(header.op()));
            }
        }
    }

    /** Hash of the entry before, as the entry read last names it. */
    String previousHash() {
        return previousHash;
    }

    /** Hash of the entry read last, as it names it itself; also when {@link #read} failed. */
    String stored() {
        return stored;
    }

    /** What the hash of the entry read last should be. */
    String hash() {
        return hash;
    }

    /** Whether the step of the entry read last says the same of when and who. */
    boolean fitsStep() {
        return fitsStep;
    }

    /** How many entries a step has. */
    long count(String stepId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT COUNT(*) FROM journal_entry WHERE step_id = ?")) {
            query.setString(1, stepId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Whether no entry follows in the chain. */
    boolean isLast(String device, long seq) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT 1 FROM journal_entry WHERE device_id = ? AND seq > ? LIMIT 1")) {
            query.setString(1, device);
            query.setLong(2, seq);
            try (ResultSet row = query.executeQuery()) {
                return !row.next();
            }
        }
    }
}
