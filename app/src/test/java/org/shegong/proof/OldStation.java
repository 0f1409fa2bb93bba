package org.shegong.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shegong.db.Station;
import org.shegong.db.store.Connections;
import org.shegong.db.store.StationFile;

/** A station of the very first version, with so many people that its upgrade takes a while, to be upgraded again and again. */
final class OldStation {
    private static final int VERSION = 1;
    private static final int CLIENTS = 4_000;
    private static final int VILLAGES = 300;
    private static final String HEADER = "'draft', 'entry', '2026-10-01T00:00:00Z', 'Proof', '2026-10-01T00:00:00Z', 'Proof'";
    private static final String COLUMNS = " (id, name, status, source, created_at, created_by, updated_at, updated_by";

    private OldStation() {
    }

    /** Copies the keys of a station and makes an older file beside them. */
    static void make(Path station, byte[] key, Path old) throws IOException {
        ProofStation.copy(station, old);
        for (String name : List.of(StationFile.FILE_NAME, StationFile.FILE_NAME + "-wal", StationFile.FILE_NAME + "-shm",
            "journal.head")) {
            Files.deleteIfExists(old.resolve(name));
        }
        Path database = old.resolve(StationFile.FILE_NAME);
        Older.migrate(database, key, VERSION);
        try (Connection connection = Connections.writer(database, key)) {
            connection.setAutoCommit(false);
            fill(connection, "INSERT INTO village" + COLUMNS + ") VALUES (?, ?, " + HEADER + ")", VILLAGES, "v", "村");
            fill(connection, "INSERT INTO client" + COLUMNS + ", birth, note) VALUES (?, ?, " + HEADER
                + ", '1950-03-07', '" + "走访记录".repeat(40) + "')", CLIENTS, "c", "样例");
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA user_version = " + VERSION);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void fill(Connection connection, String sql, int rows, String id, String name) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < rows; i++) {
                insert.setString(1, id + i);
                insert.setString(2, name + i);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What an upgraded station lacks or has changed; empty when everything is there. */
    static List<String> missing(Station opened) {
        List<String> missing = new ArrayList<>();
        missing(opened, "village", VILLAGES, "v", "村", missing);
        missing(opened, "client", CLIENTS, "c", "样例", missing);
        return missing;
    }

    private static void missing(Station opened, String table, int rows, String id, String name, List<String> missing) {
        List<String> found = opened.file().read(db -> db.fetch("SELECT id || ' ' || name FROM " + table
            + " ORDER BY CAST(SUBSTR(id, 2) AS INTEGER)").getValues(0, String.class));
        for (int i = 0; i < rows; i++) {
            String wanted = String.format(Locale.ROOT, "%s%d %s%d", id, i, name, i);
            if (i >= found.size() || !found.get(i).equals(wanted)) {
                missing.add(table + " " + wanted);
                return;
            }
        }
        if (found.size() > rows) {
            missing.add(table + " has " + found.size());
        }
    }
}
