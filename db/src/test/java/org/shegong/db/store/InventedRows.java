package org.shegong.db.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two invented rows in every table of a file, whatever its version, with a value in every column. The second row of a
 * kind points to the first row of others.
 */
final class InventedRows {
    private static final int ROWS = 2;

    private InventedRows() {
    }

    private record Column(String name, String type, String target) {
    }

    static void fill(Connection connection) throws SQLException {
        for (String table : texts(connection, "SELECT name FROM sqlite_master WHERE type = 'table'"
            + " AND name NOT LIKE 'sqlite%' AND name <> 'flyway_schema_history' ORDER BY rowid")) {
            List<Column> columns = columns(connection, table);
            String names = String.join(", ", columns.stream().map(Column::name).toList());
            String marks = String.join(", ", columns.stream().map(column -> "?").toList());
            try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ")")) {
                for (int row = 1; row <= ROWS; row++) {
                    for (int i = 0; i < columns.size(); i++) {
                        insert.setObject(i + 1, value(table, columns.get(i), row));
                    }
                    insert.executeUpdate();
                }
            }
        }
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        Map<String, String> targets = new HashMap<>();
        List<Column> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet keys = statement.executeQuery("PRAGMA foreign_key_list(" + table + ")")) {
                while (keys.next()) {
                    targets.put(keys.getString("from"), keys.getString("table"));
                }
            }
            try (ResultSet info = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
                while (info.next()) {
                    String name = info.getString("name");
                    columns.add(new Column(name, info.getString("type"), targets.get(name)));
                }
            }
        }
        return columns;
    }

    private static Object value(String table, Column column, int row) {
        if (column.target() != null) {
            return row == 1 && column.target().equals(table) ? null : column.target() + "-1";
        }
        return switch (column.name()) {
            case "id", "record_id", "owner_id", "target_id", "client_id" -> table + "-" + row;
            case "status" -> row == 1 ? "submitted" : "draft";
            case "source" -> row == 1 ? "entry" : "import";
            case "op" -> row == 1 ? "insert" : "update";
            case "extra", "reasons", "payload" -> "{\"local_note\":\"本地栏目" + row + "\"}";
            case "changes" -> "[]";
            case "deleted_at" -> row == 1 ? null : "2026-05-02T08:00:00.000Z";
            case "created_at", "updated_at", "at" -> "2026-04-0" + row + "T08:00:00.000Z";
            default -> plain(table, column, row);
        };
    }

    private static Object plain(String table, Column column, int row) {
        if (column.type().equals("INTEGER")) {
            return (long) row;
        }
        if (column.type().equals("BLOB")) {
            return new byte[] {0, 1, (byte) 0xff, (byte) row};
        }
        return column.name().matches(".*(date|_on|_from|_to|birth)") ? "2026-03-1" + row
            : "样例 " + table + "." + column.name() + " " + row;
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
