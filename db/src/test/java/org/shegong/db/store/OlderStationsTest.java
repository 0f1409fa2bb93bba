package org.shegong.db.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shegong.db.security.KeyRing;
import org.shegong.db.security.Unlock;

/** Stations as programs of the past left them become stations of today with everything that was in them. */
class OlderStationsTest {
    private static final int OLDEST_THROUGH_THE_PROGRAM = 5;
    @TempDir
    Path folder;

    static List<String> versions() throws IOException {
        try (Stream<Path> folders = Files.list(StationFixtureMaker.FIXTURES)) {
            return folders.filter(Files::isDirectory).map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void thereIsAStationOfEveryVersionThatWasEverInUse() throws IOException {
        assertThat(versions()).contains("v01", "v02", "v03", "v04", "v05");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void becomesCurrentWithItsContentIntact(String version) throws IOException, SQLException {
        Path fixture = StationFixtureMaker.FIXTURES.resolve(version);
        Files.copy(fixture.resolve(StationFile.FILE_NAME), folder.resolve(StationFile.FILE_NAME));
        Files.copy(fixture.resolve(KeyRing.FILE_NAME), folder.resolve(KeyRing.FILE_NAME));
        byte[] key = key();
        assertThat(userVersion(key)).isEqualTo(Integer.parseInt(version.substring(1)));

        try (StationFile upgraded = StationFile.open(folder, key)) {
            assertThat(FileCheck.faults(upgraded)).isEmpty();
        }

        assertThat(userVersion(key)).isEqualTo(SchemaVersion.CURRENT);
        StationContent expected = StationContent.read(fixture.resolve("expected.json"));
        assertThat(expected.tables()).isNotEmpty();
        try (Connection connection = Connections.reader(folder.resolve(StationFile.FILE_NAME), key)) {
            for (Map.Entry<String, StationContent.Table> table : expected.tables().entrySet()) {
                StationContent.Table found = StationContent.table(connection, table.getKey(),
                    table.getValue().columns());
                assertThat(found.rows()).as(table.getKey())
                    .containsExactlyInAnyOrderElementsOf(table.getValue().rows());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void holdsRowsOfEveryKind(String version) throws IOException {
        StationContent expected = StationContent.read(StationFixtureMaker.FIXTURES.resolve(version)
            .resolve("expected.json"));
        int number = Integer.parseInt(version.substring(1));
        assertThat(expected.tables()).allSatisfy((table, content) ->
            assertThat(content.rows()).as(table).hasSizeGreaterThanOrEqualTo(
                number < OLDEST_THROUGH_THE_PROGRAM ? 2 : 1));
    }

    private byte[] key() {
        Unlock unlock = KeyRing.open(folder, StationFixtureMaker.CHEAP).unlock(StationFixtureMaker.ACCOUNT,
            StationFixtureMaker.PASSWORD.toCharArray());
        assertThat(unlock).isInstanceOf(Unlock.Unlocked.class);
        return ((Unlock.Unlocked) unlock).key().bytes();
    }

    private int userVersion(byte[] key) throws SQLException {
        try (Connection connection = Connections.reader(folder.resolve(StationFile.FILE_NAME), key);
             Statement statement = connection.createStatement();
             ResultSet result = statement.executeQuery("PRAGMA user_version")) {
            return result.getInt(1);
        }
    }
}
