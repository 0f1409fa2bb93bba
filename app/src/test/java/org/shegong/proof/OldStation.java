package org.shegong.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.shegong.db.store.Connections;
import org.shegong.db.store.StationFile;

/** A station of the first release, with a few records, to be brought up to date again and again. */
final class OldStation {
    static final List<String> NAMES = List.of("一村", "二村", "三村");
    private static final int VERSION = 5;

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
        try (Connection connection = Connections.writer(database, key);
             Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = " + VERSION);
            int id = 0;
            for (String name : NAMES) {
                statement.execute("INSERT INTO village (id, status, source, created_at, created_by, updated_at, updated_by,"
                    + " name) VALUES ('v" + ++id + "', 'draft', 'entry', '2026-10-01T00:00:00Z', 'Proof', "
                    + "'2026-10-01T00:00:00Z', 'Proof', '" + name + "')");
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
