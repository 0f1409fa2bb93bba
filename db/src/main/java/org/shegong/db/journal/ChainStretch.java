package org.shegong.db.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.exception.DataAccessException;

/**
 * A stretch of one computer's chain, read in order. Rows come as bytes ({@link EntryBytes}) and are hashed as they stand;
 * nothing of their content is built in memory. Used once, by one thread.
 */
final class ChainStretch {
    private static final String ROWS = "SELECT seq, " + EntryBytes.HEAD + ", " + EntryBytes.BODY
        + " FROM journal_entry WHERE device_id = ? AND seq BETWEEN ? AND ? ORDER BY seq";

    private final String device;
    private final long from;
    private final long to;
    private final Sha256 sha256 = new Sha256();
    private final EntryBytes entry;
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
        this.entry = new EntryBytes(device);
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
        byte[] head = row.getBytes(2);
        if (head == null) {
            oldEntry();
        } else {
            entry(head, row.getBytes(3));
        }
    }

    private void entry(byte[] head, byte[] body) throws SQLException {
        sinceStep = sinceStep < 0 ? sinceStep : sinceStep + 1;
        byte[] before = previous;
        previous = null;
        try {
            entry.read(seq, head, body);
            byte[] hash = entry.hash(sha256, before);
            if (entry.isHash(hash)) {
                previous = hash;
            } else {
                fault(seq, "edited");
            }
            steps();
        } catch (IllegalArgumentException | ClassCastException | IndexOutOfBoundsException e) {
            fault(seq, "unreadable");
        }
        if (previous == null) {
            previous = stored(entry.storedHash());
        }
    }

    private void steps() throws SQLException {
        byte[] step = entry.step();
        if (step.length > 0) {
            steps++;
            step(entry.stepId(), step);
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

    private void oldEntry() throws SQLException {
        try {
            oldEntries.read(device, seq);
            if (!Arrays.equals(previous, stored(oldEntries.previousHash()))) {
                fault(seq, "reordered");
            }
            if (!Arrays.equals(stored(oldEntries.stored()), stored(oldEntries.hash()))) {
                fault(seq, "edited");
            }
            if (!oldEntries.fitsStep()) {
                fault(seq, "step");
            }
            sinceStep = 0;
        } catch (IllegalArgumentException | ClassCastException | IndexOutOfBoundsException e) {
            fault(seq, "unreadable");
        }
        previous = stored(oldEntries.stored());
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
