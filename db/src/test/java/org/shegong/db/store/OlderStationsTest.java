package org.shegong.db.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
        assertThat(versions()).contains("v01", "v02", "v03", "v04", "v05", "v13", "v16");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void becomesCurrentWithItsContentIntact(String version) throws IOException, SQLException {
        OlderStation station = OlderStation.in(folder, version);
        assertThat(station.version()).isEqualTo(Integer.parseInt(version.substring(1)));

        try (StationFile upgraded = StationFile.open(folder, station.key())) {
            assertThat(FileCheck.faults(upgraded)).isEmpty();
        }

        assertThat(station.version()).isEqualTo(SchemaVersion.CURRENT);
        station.assertContentIntact();
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
}
