package org.shegong.db.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import org.shegong.db.journal.seal.Seals;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens connections to an encrypted SQLite file with the settings that keep it safe. */
public final class Connections {
    private static final String CACHE_KIB = "-65536";

    private Connections() {
    }

    /**
     * Opens the one connection that may write.
     *
     * @param file the database; made when it does not exist
     * @param key 32 bytes; not kept
     */
    public static Connection writer(Path file, byte[] key) {
        Connection connection = open(file, key);
        execute(connection, "PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON");
        return connection;
    }

    /** Opens a connection that only reads. */
    public static Connection reader(Path file, byte[] key) {
        Connection connection = open(file, key);
        execute(connection, "PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "PRAGMA query_only=ON");
        return connection;
    }

    private static Connection open(Path file, byte[] key) {
        Properties settings = new Properties();
        settings.setProperty("cipher", "chacha20");
        settings.setProperty("key", "raw:" + HexFormat.of().formatHex(key));
        settings.setProperty("journal_mode", "WAL");
        settings.setProperty("synchronous", "FULL");
        settings.setProperty("foreign_keys", "true");
        settings.setProperty("busy_timeout", "10000");
        settings.setProperty("cache_size", CACHE_KIB);
        try {
            return DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath(), settings);
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    /** A key that the file itself keeps. */
    static Optional<byte[]> secret(Connection connection, String secret) {
        try (PreparedStatement statement = connection.prepareStatement("SELECT value FROM station_secret WHERE name = ?")) {
            statement.setString(1, secret);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failure(null, e);
        }
    }

    /** Before a file gets another key: keeps in it what followed from the one before and must stay. */
    public static void keepSecrets(Connection connection, byte[] key) {
        byte[] lookup = Seals.lookupKey(key);
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT OR IGNORE INTO station_secret (name, value) VALUES ('lookup', ?)")) {
            statement.setBytes(1, lookup);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(null, e);
        } finally {
            Arrays.fill(lookup, (byte) 0);
        }
    }

    /** Closes a connection that may be null; what goes wrong is only logged. */
    static void close(Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                System.getLogger(Connections.class.getName()).log(System.Logger.Level.WARNING, "closing", e);
            }
        }
    }

    /** Runs statements one after the other. */
    public static void execute(Connection connection, String... statements) {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw failure(null, e);
        }
    }

    /** The reason behind a driver's exception; falls back to DAMAGED for what no other reason explains. */
    public static StationFileException failure(Path file, SQLException e) {
        SQLiteErrorCode code = e instanceof SQLiteException sqlite ? sqlite.getResultCode() : null;
        int primary = code == null ? 0 : code.code & 0xff;
        StationFileException.Reason reason = switch (primary) {
            case 5, 6 -> StationFileException.Reason.IN_USE;
            case 13 -> StationFileException.Reason.DISK_FULL;
            case 26 -> StationFileException.Reason.WRONG_KEY;
            case 3, 8, 14, 23 -> StationFileException.Reason.NO_ACCESS;
            case 10 -> isFull(file) ? StationFileException.Reason.DISK_FULL : StationFileException.Reason.NO_ACCESS;
            default -> StationFileException.Reason.DAMAGED;
        };
        return new StationFileException(reason, e);
    }

    private static boolean isFull(Path file) {
        try {
            return file != null && Files.getFileStore(file).getUsableSpace() < 1 << 20;
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
