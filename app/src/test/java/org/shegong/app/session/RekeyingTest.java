package org.shegong.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.backup.AutomaticBackup;
import org.shegong.db.backup.BackupCheck;
import org.shegong.db.backup.BackupProblem;
import org.shegong.db.backup.BackupResult;
import org.shegong.db.backup.BackupSecret;
import org.shegong.db.backup.Rehearsal;
import org.shegong.db.backup.Rekeying;
import org.shegong.db.backup.Restore;
import org.shegong.db.backup.RestoreResult;
import org.shegong.db.security.DataKey;
import org.shegong.db.security.KeyRing;
import org.shegong.db.security.Unlock;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.SaveResult;
import org.shegong.db.store.StationFile;
import org.shegong.db.store.StationFileException;

/** A worker who may have copied the file left; the station moves into a file with another key. */
class RekeyingTest {
    @TempDir
    private Path folder;
    private SealedStation made;
    private Path kept;
    private DataKey old;

    @BeforeEach
    void make() throws IOException {
        made = new SealedStation(folder);
        kept = Files.createDirectory(folder.resolve("kept"));
        Files.copy(made.folder.resolve(KeyRing.FILE_NAME), kept.resolve(KeyRing.FILE_NAME));
        try (StationSession open = made.in("站长")) {
            new AccountOffice(open).remove(open.keyRing().account("李文").orElseThrow());
            old = open.key().copy();
        }
    }

    private Rekeying.Result rekey() {
        return new Rekeying(SealedStation.CLOCK).run(made.folder, old);
    }

    @Test
    void everybodyWhoStaysSignsInAsBeforeAndReadsAsBefore() {
        assertThat(rekey()).isInstanceOf(Rekeying.Result.Done.class);
        for (int twice = 0; twice < 2; twice++) {
            try (StationSession open = made.in("王小燕")) {
                assertThat(open.rolesIntact()).isTrue();
                assertThat(open.station().records().find("client", made.id("client")).orElseThrow().text("name"))
                    .isEqualTo("覃玉兰");
                assertThat(open.key().bytes()).isNotEqualTo(old.bytes());
                assertThat(open.station().journal().verify()).isEmpty();
                assertThat(open.station().sealUpkeep().faults()).isEmpty();
            }
        }
        try (StationSession open = made.in("站长")) {
            assertThat(open.station().records().find("client", made.id("client"))).isEmpty();
            SaveResult taken = open.station().saving().save(RecordDraft.entered("client", open.station().newId(),
                RecordStatus.SUBMITTED, Map.of("name", "另一人", "id_type", "01", "id_no", SealedStation.ID_NUMBER)));
            assertThat(((SaveResult.Refused) taken).findings()).extracting("message").contains("id.duplicate");
        }
        assertThat(new SignIn(SealedStation.CLOCK).openWithRecoveryKey(made.folder, "站长", made.sheet.text()))
            .isInstanceOfSatisfying(Opening.Opened.class, opened -> opened.session().close());
    }

    @Test
    void theOldKeyAndTheOldPasswordOfWhoWentOpenTheNewFileNoMore() {
        rekey();
        assertThatThrownBy(() -> StationFile.open(made.folder, old.bytes())).isInstanceOfSatisfying(
            StationFileException.class, e -> assertThat(e.reason()).isEqualTo(StationFileException.Reason.WRONG_KEY));
        Unlock.Unlocked before = (Unlock.Unlocked) KeyRing.open(kept).unlock("李文", SealedStation.PASSWORD.toCharArray());
        assertThatThrownBy(() -> StationFile.open(made.folder, before.key().bytes()))
            .isInstanceOf(StationFileException.class);
        assertThat(new SignIn(SealedStation.CLOCK).open(made.folder, "李文", SealedStation.PASSWORD.toCharArray()))
            .isInstanceOf(Opening.Refused.class);
    }

    @Test
    void theOldFileIsKeptAsideAndNoWorkingFolderStays() throws IOException {
        Rekeying.Result.Done done = (Rekeying.Result.Done) rekey();
        Path replaced = done.replaced().orElseThrow();
        try (StationFile before = StationFile.open(replaced, old.bytes())) {
            Long clients = before.read(db -> db.resultQuery("SELECT COUNT(*) FROM client").fetchOne(0, Long.class));
            assertThat(clients).isEqualTo(1);
        }
        try (var files = Files.list(made.folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.contains("work"))).isEmpty();
        }
    }

    @Test
    void anAccountThatHasNoPairYetStopsItAndNothingChanges() throws IOException {
        Path keys = made.folder.resolve(KeyRing.FILE_NAME);
        String json = Files.readString(keys).replaceFirst("(?s)\"seal\" : \\{[^{}]*\\{[^{}]*\\}\\s*\\}", "\"other\" : null");
        Files.writeString(keys, json);
        byte[] before = Files.readAllBytes(made.folder.resolve(StationFile.FILE_NAME));

        assertThat(rekey()).isEqualTo(new Rekeying.Result.NotYet(List.of("站长")));

        assertThat(Files.readAllBytes(made.folder.resolve(StationFile.FILE_NAME))).isEqualTo(before);
        assertThat(Files.readString(keys)).isEqualTo(json);
    }

    @Test
    void aCopyOfBeforeIsCalledOlderAndOpensWithWhatOpenedItThen() {
        Path copy;
        try (StationSession open = made.in("站长")) {
            copy = ((BackupResult.Done) new AutomaticBackup(open.station().file(), open.key(), SealedStation.CLOCK)
                .run("样例站", Optional.empty()).own()).file();
        }
        rekey();
        DataKey now;
        try (StationSession open = made.in("站长")) {
            now = open.key().copy();
            assertThat(new Rehearsal(made.folder).of(copy, now))
                .isEqualTo(new Rehearsal.Result.Refused(BackupProblem.OLDER_KEYS, null));
            assertThat(BackupCheck.of(copy.getParent(), open.station().journal())).isEmpty();
            assertThat(BackupCheck.olderKeys(copy.getParent(), open.keyRing(), now))
                .contains(copy.getFileName().toString());
            new AccountOffice(open).setPassword(open.account(), "newer-1".toCharArray());
        }
        Restore restore = new Restore(SealedStation.CLOCK);
        assertThat(restore.from(copy, made.folder, new BackupSecret.Key(now)))
            .isEqualTo(new RestoreResult.Refused(BackupProblem.OLDER_KEYS, null));
        assertThat(restore.from(copy, made.folder, new BackupSecret.Password("站长", "newer-1".toCharArray())))
            .isEqualTo(new RestoreResult.Refused(BackupProblem.OLDER_KEYS, null));
        assertThat(restore.from(copy, made.folder, new BackupSecret.Password("站长", SealedStation.PASSWORD.toCharArray())))
            .isInstanceOfSatisfying(RestoreResult.Restored.class, back -> assertThat(back.currentKeys()).isFalse());
        try (StationSession open = made.in("王小燕")) {
            assertThat(open.station().records().find("client", made.id("client")).orElseThrow().text("name"))
                .isEqualTo("覃玉兰");
            assertThat(open.station().journal().verify()).isEmpty();
        }
    }

    @Test
    void aCopyOfBeforeOpensAtOnceWhenThePasswordStayed() {
        Path copy;
        try (StationSession open = made.in("站长")) {
            copy = ((BackupResult.Done) new AutomaticBackup(open.station().file(), open.key(), SealedStation.CLOCK)
                .run("样例站", Optional.empty()).own()).file();
        }
        rekey();
        assertThat(new Restore(SealedStation.CLOCK).from(copy, made.folder, new BackupSecret.Recovery(made.sheet)))
            .isInstanceOf(RestoreResult.Restored.class);
    }

    @Test
    void whatCannotBeFinishedOfAnEarlierExchangeIsRefusedInWords() throws IOException {
        Files.writeString(made.folder.resolve(".restore-under-way"), "\nfalse\n");
        Files.deleteIfExists(made.folder.resolve(StationFile.LOCK_NAME));
        Files.createDirectory(made.folder.resolve(StationFile.LOCK_NAME));
        assertThat(rekey()).isInstanceOf(Rekeying.Result.Refused.class);
    }

    @Test
    void anOpenStationIsRefused() {
        try (StationSession open = made.in("站长")) {
            assertThat(rekey()).isInstanceOf(Rekeying.Result.Refused.class);
            assertThat(open.station().journal().verify()).isEmpty();
        }
    }
}
