package org.shegong.db.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.shegong.db.security.KeyRing;
import org.shegong.db.security.Unlock;

/** A station of an older version in a folder, copied from the fixtures, and the list of what is in it. */
public final class OlderStation {
    private final Path folder;
    private final StationContent expected;

    private OlderStation(Path folder, StationContent expected) {
        this.folder = folder;
        this.expected = expected;
    }

    /** @param version such as {@code v04} */
    public static OlderStation in(Path folder, String version) throws IOException {
        Path fixture = StationFixtureMaker.FIXTURES.resolve(version);
        Files.copy(fixture.resolve(StationFile.FILE_NAME), folder.resolve(StationFile.FILE_NAME));
        Files.copy(fixture.resolve(KeyRing.FILE_NAME), folder.resolve(KeyRing.FILE_NAME));
        return new OlderStation(folder, StationContent.read(fixture.resolve("expected.json")));
    }

    /** The data key, by way of the documented password. */
    public byte[] key() {
        Unlock unlock = KeyRing.open(folder, StationFixtureMaker.CHEAP).unlock(StationFixtureMaker.ACCOUNT,
            StationFixtureMaker.PASSWORD.toCharArray());
        assertThat(unlock).isInstanceOf(Unlock.Unlocked.class);
        return ((Unlock.Unlocked) unlock).key().bytes();
    }

    /** SQLite's user_version of the file as it is. */
    public int version() throws SQLException {
        try (Connection connection = Connections.reader(folder.resolve(StationFile.FILE_NAME), key());
             Statement statement = connection.createStatement();
             ResultSet result = statement.executeQuery("PRAGMA user_version")) {
            return result.getInt(1);
        }
    }

    /** Compares every value of every row with the list beside the fixture. */
    public void assertContentIntact() throws SQLException {
        assertThat(expected.tables()).isNotEmpty();
        try (Connection connection = Connections.reader(folder.resolve(StationFile.FILE_NAME), key())) {
            for (Map.Entry<String, StationContent.Table> table : expected.tables().entrySet()) {
                StationContent.Table found = StationContent.table(connection, table.getKey(),
                    table.getValue().columns());
                assertThat(found.rows()).as(table.getKey())
                    .containsExactlyInAnyOrderElementsOf(table.getValue().rows());
            }
        }
    }
}
