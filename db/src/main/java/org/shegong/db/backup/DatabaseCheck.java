package org.shegong.db.backup;

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
import org.shegong.db.store.Connections;

/**
 * What is found in a copy of a station's database.
 *
 * @param schemaVersion SQLite's user_version
 * @param counts        rows by table, sorted by table
 * @param sound         whether SQLite's integrity check and its foreign-key check found nothing
 */
record DatabaseCheck(int schemaVersion, Map<String, Long> counts, boolean sound) {
    static final String TABLES = "select name from sqlite_master where type = 'table'"
            + " and name not like 'sqlite\\_%' escape '\\' order by name";

    /**
     * Opens a copy with its key and looks through all of it.
     *
     * @throws org.shegong.db.store.StationFileException when it cannot be opened or read
     */
    static DatabaseCheck of(Path database, byte[] key) {
        try (Connection connection = Connections.reader(database, key);
                Statement statement = connection.createStatement()) {
            int version = Integer.parseInt(texts(statement, "PRAGMA user_version").get(0));
            boolean sound = texts(statement, "PRAGMA integrity_check").equals(List.of("ok"))
                    && texts(statement, "PRAGMA foreign_key_check").isEmpty();
            return new DatabaseCheck(version, counts(sql -> read(statement, sql)), sound);
        } catch (SQLException e) {
            throw Connections.failure(database, e);
        }
    }

    /** Rows of every table. */
    static Map<String, Long> counts(Function<String, List<String>> query) {
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
