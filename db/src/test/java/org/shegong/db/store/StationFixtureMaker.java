package org.shegong.db.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.TestStation;
import org.shegong.db.codes.CodeBook;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.Actor;
import org.shegong.db.journal.Signatories;
import org.shegong.db.journal.seal.Seals;
import org.shegong.db.security.KdfCost;
import org.shegong.db.security.KeyRing;

/**
 * Makes the stations kept in {@code src/test/resources/org/shegong/db/stations}; the README there says when and how.
 * The version asked for decides the way: the current one is made through the program, an older one by its migrations
 * and SQL.
 */
@EnabledIfSystemProperty(named = "fixture.make", matches = "\\d+")
class StationFixtureMaker {
    static final Path FIXTURES = Path.of("src/test/resources/org/shegong/db/stations");
    static final String ACCOUNT = "站长";
    static final String PASSWORD = "fixture-2026";
    /** Guessing is no concern for invented people. */
    static final KdfCost CHEAP = new KdfCost(64, 1, 1);
    @TempDir
    Path folder;

    @Test
    void makes() throws IOException, SQLException {
        int version = Integer.getInteger("fixture.make");
        KeyRing.Created keys = KeyRing.create(folder, ACCOUNT, "leader", PASSWORD.toCharArray(), CHEAP);
        byte[] key = keys.key().bytes();
        Path database = folder.resolve(StationFile.FILE_NAME);
        if (version == SchemaVersion.CURRENT) {
            makeThroughTheProgram(keys, key);
        } else {
            makeThroughSql(database, key, version);
        }
        Path target = FIXTURES.resolve(String.format("v%02d", version));
        Files.createDirectories(target);
        Path packed = target.resolve(StationFile.FILE_NAME);
        Files.deleteIfExists(packed);
        try (Connection connection = Connections.writer(database, key)) {
            if (version == SchemaVersion.CURRENT) {
                Connections.keepSecrets(connection, key);
            }
            Connections.execute(connection, "VACUUM INTO '" + packed.toAbsolutePath() + "'");
            StationContent.of(connection).writeTo(target.resolve("expected.json"));
        }
        Files.copy(folder.resolve(KeyRing.FILE_NAME), target.resolve(KeyRing.FILE_NAME),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (Stream<Path> left = Files.list(target)) {
            left.filter(file -> file.toString().endsWith("-shm") || file.toString().endsWith("-wal"))
                .forEach(file -> file.toFile().deleteOnExit());
        }
    }

    private void makeThroughTheProgram(KeyRing.Created keys, byte[] key) {
        StationFile file = StationFile.create(folder, key);
        file.use(new Seals(keys.ring(), keys.account(), keys.seal(), null, () -> LocalDate.now(TestStation.CLOCK)));
        Actor actor = new Signatories(file, TestStation.CLOCK).actor(keys.account().id(), ACCOUNT, "leader", "一号机");
        try (Station station = new Station(file, FormCatalogue.bundled(), CodeBook.bundled(), TestStation.CLOCK,
            actor)) {
            new InventedRecords(station).save();
        }
    }

    private static void makeThroughSql(Path database, byte[] key, int version) throws SQLException {
        SchemaVersion.migrate(database, key, version);
        try (Connection connection = Connections.writer(database, key)) {
            InventedRows.fill(connection);
        }
    }
}
