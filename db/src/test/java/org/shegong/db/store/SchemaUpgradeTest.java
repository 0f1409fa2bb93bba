package org.shegong.db.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shegong.db.backup.BackupSecret;
import org.shegong.db.backup.Restore;
import org.shegong.db.backup.RestoreResult;
import org.shegong.db.backup.UpgradeBackup;

/** Whatever happens while a file is upgraded, afterwards there is the old station or the new one, whole. */
class SchemaUpgradeTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T08:30:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final int OLD = 4;
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(SchemaUpgrade.Step.class)
    void aFailureAfterAnyStepLeavesTheOldOrTheNewStation(SchemaUpgrade.Step last) throws IOException, SQLException {
        OlderStation station = OlderStation.in(folder, "v04");
        SchemaUpgrade upgrade = new SchemaUpgrade(database(), station.key(), BeforeUpgrade.NOTHING, step -> {
            if (step == last) {
                throw new IOException("the disk is gone");
            }
        });

        assertThatThrownBy(upgrade::run).isInstanceOf(StationFileException.class);

        assertThat(station.version()).isEqualTo(last == SchemaUpgrade.Step.MOVED ? SchemaVersion.CURRENT : OLD);
        station.assertContentIntact();
        assertThat(folder.resolve(SchemaUpgrade.WORK)).doesNotExist();
        assertOpensNow(station);
    }

    @ParameterizedTest
    @EnumSource(SchemaUpgrade.Step.class)
    void aPowerCutAfterAnyStepLeavesTheOldOrTheNewStation(SchemaUpgrade.Step last)
        throws IOException, SQLException, InterruptedException {
        OlderStation station = OlderStation.in(folder, "v04");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
            UpgradeThatStops.class.getName(), folder.toString(), HexFormat.of().formatHex(station.key()), last.name())
            .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(UpgradeThatStops.DEAD);

        assertThat(station.version()).isEqualTo(last == SchemaUpgrade.Step.MOVED ? SchemaVersion.CURRENT : OLD);
        station.assertContentIntact();
        assertOpensNow(station);
    }

    @Test
    void aCopyThatWasHalfMigratedWhenThePowerWentIsThrownAway() throws IOException, SQLException {
        OlderStation station = OlderStation.in(folder, "v03");
        Path work = Files.createDirectory(folder.resolve(SchemaUpgrade.WORK));
        Path copy = Files.copy(database(), work.resolve(StationFile.FILE_NAME));
        SchemaVersion.migrate(copy, station.key(), OLD);
        assertThat(station.version()).isEqualTo(3);
        assertOpensNow(station);
    }

    @Test
    void finishesAFileWhoseNumberLagsBehindItsTables() throws IOException, SQLException {
        OlderStation station = OlderStation.in(folder, "v04");
        SchemaVersion.migrate(database(), station.key(), SchemaVersion.CURRENT);
        try (Connection connection = Connections.writer(database(), station.key())) {
            Connections.execute(connection, "PRAGMA user_version = " + OLD);
        }
        assertOpensNow(station);
    }

    @Test
    void givesUpWhenTheOldFileCannotBeKept() throws IOException, SQLException {
        OlderStation station = OlderStation.in(folder, "v04");
        assertThatThrownBy(() -> StationFile.open(folder, station.key(), (copy, key, found) -> {
            throw new StationFileException(StationFileException.Reason.DISK_FULL, null);
        })).isInstanceOfSatisfying(StationFileException.class,
            e -> assertThat(e.reason()).isEqualTo(StationFileException.Reason.DISK_FULL));
        assertThat(station.version()).isEqualTo(OLD);
        station.assertContentIntact();
    }

    @Test
    void keepsABackupOfTheOldFileThatCanBeBroughtBack() throws IOException, SQLException {
        OlderStation station = OlderStation.in(folder, "v04");
        StationFile.open(folder, station.key(), new UpgradeBackup(folder, CLOCK)).close();
        Path kept;
        try (Stream<Path> copies = Files.list(folder.resolve("backups"))) {
            List<Path> all = copies.toList();
            assertThat(all).hasSize(1);
            kept = all.get(0);
        }
        assertThat(kept.getFileName().toString()).endsWith("-before-upgrade-v4-20261120-163000.shegong-backup");
        Path elsewhere = folder.resolve("elsewhere");
        assertThat(new Restore(CLOCK).from(kept, elsewhere, new BackupSecret.Password(StationFixtureMaker.ACCOUNT,
            StationFixtureMaker.PASSWORD.toCharArray()))).isInstanceOf(RestoreResult.Restored.class);
    }

    @Test
    void aCurrentFileIsOpenedWithoutACopy() throws IOException, SQLException {
        OlderStation station = OlderStation.in(folder, "v04");
        StationFile.open(folder, station.key()).close();
        StationFile.open(folder, station.key(), (copy, key, found) -> {
            throw new AssertionError("nothing to keep");
        }).close();
    }

    @Test
    void saysWhichVersionANewerFileNeeds() throws IOException, SQLException {
        OlderStation station = OlderStation.in(folder, "v04");
        try (Connection connection = Connections.writer(database(), station.key())) {
            Connections.execute(connection, "PRAGMA user_version = 9999");
        }
        assertThatThrownBy(() -> StationFile.open(folder, station.key())).isInstanceOfSatisfying(
            StationFileException.class, e -> {
                assertThat(e.reason()).isEqualTo(StationFileException.Reason.NEWER);
                assertThat(e.details()).containsExactly("9999", String.valueOf(SchemaVersion.CURRENT));
            });
        assertThat(station.version()).isEqualTo(9999);
    }

    @Test
    void refusesOnAFullDiskAndTouchesNothing() throws IOException, SQLException, InterruptedException {
        Path small = Files.createDirectory(folder.resolve("small"));
        assumeThat(mounted(small)).as("this test needs the right to mount a small disk").isTrue();
        try {
            OlderStation station = OlderStation.in(small, "v04");
            assertThatThrownBy(() -> StationFile.open(small, station.key())).isInstanceOfSatisfying(
                StationFileException.class,
                e -> assertThat(e.reason()).isEqualTo(StationFileException.Reason.DISK_FULL));
            assertThat(station.version()).isEqualTo(OLD);
            station.assertContentIntact();
        } finally {
            run("umount", small.toString());
        }
    }

    private static boolean mounted(Path folder) throws InterruptedException {
        return run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder.toString());
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    private void assertOpensNow(OlderStation station) throws SQLException {
        try (StationFile file = StationFile.open(folder, station.key())) {
            assertThat(FileCheck.faults(file)).isEmpty();
        }
        assertThat(station.version()).isEqualTo(SchemaVersion.CURRENT);
        station.assertContentIntact();
        assertThat(folder.resolve(SchemaUpgrade.WORK)).doesNotExist();
    }

    private Path database() {
        return folder.resolve(StationFile.FILE_NAME);
    }
}
