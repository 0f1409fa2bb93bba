package org.shegong.db.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Steps by id, read ahead, since the entries of a chain name them nearly in order. Used by one thread. */
final class StepRows {
    private static final int AHEAD = 300;
    private static final int MOST = 3000;
    private static final String SQL = "SELECT id, action, label, account_id, account_name, device_id, at, entries, "
        + "undoes, salt, label_proof FROM journal_step WHERE id >= ? ORDER BY id LIMIT ?";
    private final Connection connection;
    private final Map<String, Row> rows = new HashMap<>();

    StepRows(Connection connection) {
        this.connection = connection;
    }

    /**
     * A step as it stands.
     *
     * @param digest what its last entry should prove
     */
    record Row(byte[] digest, long entries) {
    }

    /** The step; null when there is none. */
    Row find(String id) throws SQLException {
        if (!rows.containsKey(id)) {
            if (rows.size() > MOST) {
                rows.clear();
            }
            readFrom(id);
        }
        return rows.get(id);
    }

    private void readFrom(String id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SQL)) {
            query.setString(1, id);
            query.setInt(2, AHEAD);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.put(row.getString("id"), row(row));
                }
            }
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        byte[] salt = row.getBytes("salt");
        byte[] erased = row.getBytes("label_proof");
        byte[] label = salt != null && erased == null ? StepSeal.labelProof(salt, row.getString("label"))
            : salt == null && erased != null && row.getString("label").isEmpty() ? erased : new byte[0];
        return new Row(new StepSeal(row.getString("id"), row.getString("action"), label, row.getString("account_id"),
            row.getString("account_name"), row.getString("device_id"), row.getString("at"), row.getLong("entries"),
            row.getString("undoes")).digest(), row.getLong("entries"));
    }
}
