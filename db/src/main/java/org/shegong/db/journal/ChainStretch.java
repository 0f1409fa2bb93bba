package org.shegong.db.journal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.exception.DataAccessException;

/**
 * A stretch of one computer's chain, read in order. Rows come as bytes and are hashed as they stand; nothing of
 * their content is built in memory. Used once, by one thread.
 */
final class ChainStretch {
    private static final String ROWS = "SELECT seq, " + EntryHeader.SQL + ", changes, proof, hash, op, step_id "
        + "FROM journal_entry WHERE device_id = ? AND seq BETWEEN ? AND ? ORDER BY seq";
    private static final int HEADER = 2;
    private static final int CHANGES = 3;
    private static final int PROOF = 4;
    private static final int HASH = 5;
    private static final int OP = 6;
    private static final int STEP = 7;

    private final String device;
    private final long from;
    private final long to;
    private final Sha256 sha256 = new Sha256();
    private final List<ChainFault> faults = new ArrayList<>();
    private StepRows stepRows;
    private OldEntries oldEntries;
    private byte[] previous;
    private long seq;
    private long sinceStep;
    private long steps;

    /**
     * @param from first number; 0 from the beginning of the chain
     * @param to last number
     */
    ChainStretch(String device, long from, long to) {
        this.device = device;
        this.from = from;
        this.to = to;
    }

    /**
     * What came of reading it.
     *
     * @param steps how many steps were proved by an entry
     */
    record Seen(List<ChainFault> faults, long steps) {
    }

    Seen read(Connection connection) {
        try (PreparedStatement query = connection.prepareStatement(ROWS)) {
            stepRows = new StepRows(connection);
            oldEntries = new OldEntries(connection);
            seq = Math.max(0, from - 1);
            previous = from == 0 ? new byte[Sha256.LENGTH] : hashBefore(connection);
            sinceStep = from == 0 ? 0 : -1;
            query.setString(1, device);
            query.setLong(2, from);
            query.setLong(3, to);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    row(rows);
                }
            }
            return new Seen(faults, steps);
        } catch (SQLException e) {
            throw new DataAccessException("reading the journal", e);
        }
    }

    private byte[] hashBefore(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT seq, hash FROM journal_entry "
                + "WHERE device_id = ? AND seq < ? ORDER BY seq DESC LIMIT 1")) {
            query.setString(1, device);
            query.setLong(2, from);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return new byte[0];
                }
                seq = row.getLong(1);
                return stored(row.getString(2));
            }
        }
    }

    private void row(ResultSet row) throws SQLException {
        long number = row.getLong(1);
        if (number != seq + 1) {
            fault(seq + 1, "missing");
            sinceStep = -1;
        }
        seq = number;
        byte[] hash = stored(row.getString(HASH));
        byte[] proof = row.getBytes(PROOF);
        try {
            if (proof == null) {
                oldEntry(hash);
            } else {
                entry(row, proof, hash);
            }
        } catch (IllegalArgumentException | ClassCastException | IndexOutOfBoundsException e) {
            fault(seq, "unreadable");
        }
        previous = hash;
    }

    private void entry(ResultSet row, byte[] proof, byte[] hash) throws SQLException {
        sinceStep = sinceStep < 0 ? sinceStep : sinceStep + 1;
        byte[] text = row.getBytes(CHANGES);
        EntryContent whole = new EntryContent("", proof);
        byte[] digest = whole.isWhole() ? whole.digest(sha256, text) : whole.digest(sha256);
        byte[] root = whole.isWhole() ? whole.root("")
            : new EntryContent(new String(text, StandardCharsets.UTF_8), proof).root(row.getString(OP));
        byte[] step = whole.step();
        if (!Arrays.equals(hash, Chain.hash(sha256, previous, row.getBytes(HEADER), digest, root, step))) {
            fault(seq, "edited");
        }
        if (step.length > 0) {
            steps++;
            step(row.getString(STEP), step);
        } else if (seq == to && oldEntries.isLast(device, seq)) {
            fault(seq + 1, "missing");
        }
    }

    private void step(String id, byte[] proof) throws SQLException {
        StepRows.Row row = stepRows.find(id);
        if (row == null || !Arrays.equals(row.digest(), proof)) {
            fault(seq, "step");
        } else if ((sinceStep < 0 ? oldEntries.count(id) : sinceStep) != row.entries()) {
            fault(seq, "missing");
        }
        sinceStep = 0;
    }

    private void oldEntry(byte[] hash) throws SQLException {
        oldEntries.read(device, seq);
        if (!Arrays.equals(previous, stored(oldEntries.previousHash()))) {
            fault(seq, "reordered");
        }
        if (!Arrays.equals(hash, stored(oldEntries.hash()))) {
            fault(seq, "edited");
        }
        if (!oldEntries.fitsStep()) {
            fault(seq, "step");
        }
        sinceStep = 0;
    }

    private static byte[] stored(String hash) {
        try {
            return Chain.bytes(hash);
        } catch (IllegalArgumentException notAHash) {
            return new byte[0];
        }
    }

    private void fault(long number, String kind) {
        faults.add(new ChainFault(device, number, kind));
    }
}
