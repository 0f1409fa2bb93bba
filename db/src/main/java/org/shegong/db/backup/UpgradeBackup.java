package org.shegong.db.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.shegong.db.security.KeyRing;
import org.shegong.db.store.BeforeUpgrade;
import org.shegong.db.store.Connections;
import org.shegong.db.store.DatabaseCheck;
import org.shegong.db.store.StationFileException;

/**
 * Keeps a verified backup of a station as an older program left it, before its file is upgraded. It lies with the
 * station's own copies under a name of its own, so that thinning them never takes it away.
 */
public final class UpgradeBackup implements BeforeUpgrade {
    private final Path folder;
    private final Clock clock;

    /** @param folder the station's folder */
    public UpgradeBackup(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public void keep(Path copy, byte[] key, DatabaseCheck found) {
        Path keys = folder.resolve(KeyRing.FILE_NAME);
        Path target = AutomaticBackup.ownFolder(folder);
        try {
            Files.createDirectories(target);
            LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
            String station = station(copy, key);
            BackupManifest manifest = new BackupManifest(BackupManifest.FORMAT, Math.max(1, found.schemaVersion()),
                station, DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(now), found.counts(),
                BackupPacking.measure(copy), BackupPacking.measure(keys), null);
            Backup.writeAndReadAgain(target, target.resolve(BackupFile.of(
                station + "-before-upgrade-v" + found.schemaVersion(), now).name()), manifest, copy, keys);
        } catch (BackupException e) {
            throw new StationFileException(e.problem() == BackupProblem.DISK_FULL
                ? StationFileException.Reason.DISK_FULL : StationFileException.Reason.NO_ACCESS, e);
        } catch (IOException e) {
            throw new StationFileException(BackupException.writing(target, e).problem() == BackupProblem.DISK_FULL
                ? StationFileException.Reason.DISK_FULL : StationFileException.Reason.NO_ACCESS, e);
        }
    }

    private static String station(Path copy, byte[] key) {
        try (Connection connection = Connections.reader(copy, key);
             Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery(
                 "select name from station where name is not null and deleted_at is null limit 1")) {
            return row.next() ? row.getString(1) : "";
        } catch (SQLException e) {
            throw Connections.failure(copy, e);
        }
    }
}
