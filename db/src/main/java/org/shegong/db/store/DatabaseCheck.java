package org.shegong.db.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is found in a copy of a station's database.
 *
 * @param schemaVersion SQLite's user_version
 * @param counts        rows by table, sorted by table
 * @param sound         whether every page can be read and SQLite's integrity check and its foreign-key check found
 *                      nothing
 */
public record DatabaseCheck(int schemaVersion, Map<String, Long> counts, boolean sound) {
    private static final String TABLES = "select name from sqlite_master where type = 'table'"
            + " and name not like 'sqlite\\_%' escape '\\' order by name";
    /** Reads every page; the integrity check alone leaves some out. */
    private static final String EVERY_PAGE = "select sum(payload) from dbstat";

    /**
     * Opens a copy with its key and looks through all of it.
     *
     * @throws StationFileException when it cannot be opened or read
     */
    public static DatabaseCheck of(Path database, byte[] key) {
        try (Connection connection = Connections.reader(database, key)) {
            return of(connection);
        } catch (SQLException e) {
            throw Connections.failure(database, e);
        }
    }

    static DatabaseCheck of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int version = Integer.parseInt(texts(statement, "PRAGMA user_version").get(0));
            texts(statement, EVERY_PAGE);
            boolean sound = texts(statement, "PRAGMA integrity_check").equals(List.of("ok"))
                    && texts(statement, "PRAGMA foreign_key_check").isEmpty();
            return new DatabaseCheck(version, counts(sql -> read(statement, sql)), sound);
        }
    }

    /**
     * Rows of every table.
     *
     * @param query runs a query and gives its first column
     */
    public static Map<String, Long> counts(Function<String, List<String>> query) {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : query.apply(TABLES)) {
            String quoted = "\"" + table.replace("\"", "\"\"") + "\"";
            counts.put(table, Long.valueOf(query.apply("select count(*) from " + quoted).get(0)));
        }
        return counts;
    }

    private static List<String> read(Statement statement, String sql) {
        try {
            return texts(statement, sql);
        } catch (SQLException e) {
            throw Connections.failure(null, e);
        }
    }

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
