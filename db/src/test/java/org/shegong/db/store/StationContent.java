package org.shegong.db.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Every value of a station's file, as the expected list beside a fixture keeps it.
 *
 * @param tables by name, the columns and the rows; a value is a text, a whole number, null, or the hexadecimal text of
 *               a file
 */
record StationContent(Map<String, Table> tables) {
    private static final ObjectMapper JSON = new ObjectMapper();

    record Table(List<String> columns, List<List<Object>> rows) {
    }

    /** What a connection sees now. */
    static StationContent of(Connection connection) throws SQLException {
        Map<String, Table> tables = new TreeMap<>();
        for (String name : names(connection)) {
            tables.put(name, table(connection, "SELECT * FROM \"" + name + "\""));
        }
        return new StationContent(tables);
    }

    /** The columns of an older shape as a newer file has them. */
    static Table table(Connection connection, String name, List<String> columns) throws SQLException {
        return table(connection, "SELECT \"" + String.join("\", \"", columns) + "\" FROM \"" + name + "\"");
    }

    private static List<String> names(Connection connection) throws SQLException {
        return table(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            + " AND name <> 'flyway_schema_history' ORDER BY rowid").rows().stream().map(row -> (String) row.get(0))
            .toList();
    }

    private static Table table(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                columns.add(result.getMetaData().getColumnName(i));
            }
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    row.add(value(result.getObject(i)));
                }
                rows.add(row);
            }
            return new Table(columns, rows);
        }
    }

    private static Object value(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes)
            : value instanceof Number number ? (Object) number.longValue() : value;
    }

    /** Keeps this as JSON with one row on each line, so that people can read and compare it. */
    void writeTo(Path file) throws IOException {
        StringJoiner tablesText = new StringJoiner(",\n", "{\n", "\n}\n");
        for (Map.Entry<String, Table> table : tables.entrySet()) {
            StringJoiner rows = new StringJoiner(",\n  ", "  ", "");
            for (List<Object> row : table.getValue().rows()) {
                rows.add(JSON.writeValueAsString(row));
            }
            tablesText.add("\"" + table.getKey() + "\": {\"columns\": "
                + JSON.writeValueAsString(table.getValue().columns()) + ", \"rows\": [\n" + rows + "]}");
        }
        Files.writeString(file, tablesText.toString());
    }

    static StationContent read(Path file) throws IOException {
        Map<String, Table> tables = JSON.readValue(file.toFile(), new TypeReference<>() { });
        tables.values().forEach(table -> table.rows().forEach(row -> row.replaceAll(StationContent::value)));
        return new StationContent(tables);
    }
}
