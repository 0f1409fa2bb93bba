package org.shegong.app.session;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Properties;

/** What somebody can do with a closed station's database and its file key, past the program. */
final class PlainCopy {
    private PlainCopy() {
    }

    /** Turns an encrypted database into a plain one, page by page. */
    static void decrypt(Path database, byte[] key) {
        execute(database, key, "PRAGMA journal_mode = DELETE", "PRAGMA rekey = ''");
    }

    static void execute(Path database, byte[] key, String... statements) {
        Properties settings = new Properties();
        settings.setProperty("cipher", "chacha20");
        settings.setProperty("key", "raw:" + HexFormat.of().formatHex(key));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database.toAbsolutePath(), settings);
             Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
