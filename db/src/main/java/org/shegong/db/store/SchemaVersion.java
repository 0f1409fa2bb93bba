package org.shegong.db.store;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Which shape of tables a file has, and how an older one becomes the current one. */
public final class SchemaVersion {
    /** Number of the newest migration; kept in every file as SQLite's {@code user_version}. */
    public static final int CURRENT = 16;

    private SchemaVersion() {
    }

    /**
     * Migrates a new or older file; leaves a current one alone without starting the migration tool.
     *
     * @param before keeps what an older file was
     * @throws StationFileException NEWER when the file was made by a newer program
     */
    static void bringUpToDate(Path database, byte[] key, BeforeUpgrade before) {
        new SchemaUpgrade(database, key, before, step -> { }).run();
    }

    /** The version of an existing file. */
    static int read(Path database, byte[] key) {
        try (Connection connection = Connections.writer(database, key);
             Statement statement = connection.createStatement();
             ResultSet result = statement.executeQuery("PRAGMA user_version")) {
            return result.next() ? result.getInt(1) : 0;
        } catch (SQLException e) {
            throw Connections.failure(database, e);
        }
    }

    /** Makes or continues a file up to the shape that a program of this version gave it. */
    static void migrate(Path database, byte[] key, int version) {
        Flyway flyway = Flyway.configure(SchemaVersion.class.getClassLoader())
            .dataSource(new EncryptedSource(database, key))
            .locations("classpath:org/shegong/db/migration")
            .target(String.valueOf(version))
            .load();
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw failure(database, e);
        }
        try (Connection connection = Connections.writer(database, key)) {
            Connections.execute(connection, "PRAGMA user_version = " + version);
        } catch (SQLException e) {
            throw Connections.failure(database, e);
        }
    }

    private static StationFileException failure(Path database, FlywayException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Connections.failure(database, sql);
            }
        }
        return new StationFileException(StationFileException.Reason.DAMAGED, e);
    }

    /** Gives the migration tool connections with the key. */
    private record EncryptedSource(Path database, byte[] key) implements DataSource {
        @Override
        public Connection getConnection() {
            return Connections.writer(database, key);
        }

        @Override
        public Connection getConnection(String user, String password) {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            throw new IllegalStateException("no log writer");
        }

        @Override
        public void setLoginTimeout(int seconds) {
            throw new IllegalStateException("no time-out");
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
