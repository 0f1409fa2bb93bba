package org.shegong.db.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.security.AccountChange;
import org.shegong.db.security.KdfCost;
import org.shegong.db.security.KeyRing;
import org.shegong.db.store.StationFile;

class BackupTest {
    private static final KdfCost CHEAP = new KdfCost(64, 1, 1);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-20T08:30:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final BackupSecret PASSWORD = new BackupSecret.Password("站长", "口令-2026".toCharArray());

    @TempDir
    private Path folder;
    private Path home;
    private Path disk;
    private KeyRing.Created keys;
    private StationFile file;

    @BeforeEach
    void makeStation() throws IOException {
        home = Files.createDirectory(folder.resolve("station"));
        disk = Files.createDirectory(folder.resolve("U盘"));
        keys = KeyRing.create(home, "站长", "leader", "口令-2026".toCharArray(), CHEAP);
        file = StationFile.create(home, keys.key().bytes());
        addVillages(8);
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void copiesTheStationIntoOneFileAndBringsItBackElsewhere() {
        Path copy = backedUp();
        assertThat(copy.getFileName()).hasToString("样例镇社会工作服务站-20261120-163000.shegong-backup");
        Path elsewhere = folder.resolve("elsewhere");
        RestoreResult result = new Restore(CLOCK).from(copy, elsewhere, PASSWORD);
        assertThat(result).isInstanceOfSatisfying(RestoreResult.Restored.class, restored -> {
            assertThat(restored.replaced()).isEmpty();
            assertThat(restored.currentKeys()).isFalse();
            assertThat(restored.manifest().counts()).containsEntry("village", 8L);
        });
        assertThat(villages(elsewhere)).isEqualTo(8);
        assertThat(KeyRing.open(elsewhere, CHEAP).accounts()).containsExactly(keys.account());
    }

    @Test
    void leavesNothingButTheBackupBehind() throws IOException {
        backedUp();
        try (Stream<Path> onDisk = Files.list(disk); Stream<Path> atHome = Files.list(home)) {
            assertThat(onDisk).hasSize(1);
            assertThat(atHome).noneMatch(path -> path.getFileName().toString().startsWith(".backup"));
        }
    }

    @Test
    void holdsNoReadableRecords() throws IOException {
        String content = new String(Files.readAllBytes(backedUp()), StandardCharsets.UTF_8);
        assertThat(content).doesNotContain("测试村").doesNotContain("SQLite format");
    }

    @Test
    void keepsTheReplacedStationAndTodaysPasswords() {
        Path copy = backedUp();
        addVillages(3);
        AccountChange changed = keys.ring().changePassword("站长", "口令-2026".toCharArray(), "新口令-01".toCharArray());
        assertThat(changed).isInstanceOf(AccountChange.Done.class);
        file.close();
        RestoreResult result = new Restore(CLOCK).from(copy, home,
                new BackupSecret.Password("站长", "新口令-01".toCharArray()));
        assertThat(result).isInstanceOfSatisfying(RestoreResult.Restored.class, restored -> {
            assertThat(restored.currentKeys()).isTrue();
            assertThat(villages(restored.replaced().orElseThrow())).isEqualTo(11);
            assertThat(restored.replaced().orElseThrow().getFileName()).hasToString("replaced-20261120-163000");
        });
        assertThat(villages(home)).isEqualTo(8);
        file = StationFile.open(home, keys.key().bytes());
    }

    @Test
    void bringsBackTheKeysOfTheBackupWhenTodaysAreGone() throws IOException {
        Path copy = backedUp();
        file.close();
        Files.writeString(home.resolve(KeyRing.FILE_NAME), "{}");
        RestoreResult result = new Restore(CLOCK).from(copy, home, new BackupSecret.Recovery(keys.recoveryKey()));
        assertThat(result).isInstanceOfSatisfying(RestoreResult.Restored.class,
                restored -> assertThat(restored.currentKeys()).isFalse());
        assertThat(KeyRing.open(home, CHEAP).accounts()).hasSize(1);
        file = StationFile.open(home, keys.key().bytes());
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownAccountAndTouchesNothing() {
        Path copy = backedUp();
        Path elsewhere = folder.resolve("elsewhere");
        assertRefused(new Restore(CLOCK).from(copy, elsewhere,
                new BackupSecret.Password("站长", "falsch".toCharArray())), BackupProblem.WRONG_PASSWORD);
        assertRefused(new Restore(CLOCK).from(copy, elsewhere,
                new BackupSecret.Password("谁", "falsch".toCharArray())), BackupProblem.UNKNOWN_ACCOUNT);
        assertThat(elsewhere.resolve(StationFile.FILE_NAME)).doesNotExist();
        assertThat(elsewhere.resolve(KeyRing.FILE_NAME)).doesNotExist();
    }

    @Test
    void refusesWhileTheStationIsOpen() {
        assertRefused(new Restore(CLOCK).from(backedUp(), home, PASSWORD), BackupProblem.IN_USE);
        int villages = file.read(db -> db.fetchCount(DSL.table("village")));
        assertThat(villages).isEqualTo(8);
    }

    @Test
    void detectsACutOffFileAtEveryLength() throws IOException {
        byte[] whole = Files.readAllBytes(backedUp());
        for (int tenth = 0; tenth < 10; tenth++) {
            Path cut = disk.resolve("站-20261120-16000" + tenth + BackupFile.EXTENSION);
            Files.write(cut, Arrays.copyOf(whole, whole.length * tenth / 10));
            assertThat(new Restore(CLOCK).preview(cut)).isInstanceOfSatisfying(RestorePreview.Refused.class,
                    refused -> assertThat(refused.problem()).isEqualTo(BackupProblem.DAMAGED));
            assertRefused(new Restore(CLOCK).from(cut, folder.resolve("elsewhere"), PASSWORD), BackupProblem.DAMAGED);
        }
    }

    @Test
    void detectsChangedBytesWhereverTheyAre() throws IOException {
        Path copy = backedUp();
        byte[] whole = Files.readAllBytes(copy);
        for (int i = 1; i <= 40; i++) {
            byte[] changed = whole.clone();
            int at = (int) ((long) whole.length * i / 41);
            changed[at] ^= 0x10;
            Files.write(copy, changed);
            assertThat(new Restore(CLOCK).preview(copy)).as("byte %s", at).isInstanceOf(RestorePreview.Refused.class);
            assertThat(new Restore(CLOCK).from(copy, folder.resolve("elsewhere"), PASSWORD)).as("byte %s", at)
                    .isInstanceOf(RestoreResult.Refused.class);
        }
    }

    @Test
    void detectsChangesInWhatTheBackupSaysAboutItself() throws IOException {
        Path copy = backedUp();
        byte[] whole = Files.readAllBytes(copy);
        int start = new String(whole, StandardCharsets.ISO_8859_1).indexOf('{');
        for (int at = start; at < start + 300; at += 7) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x01;
            Files.write(copy, changed);
            assertThat(new Restore(CLOCK).preview(copy)).as("byte %s", at).isInstanceOf(RestorePreview.Refused.class);
        }
    }

    @Test
    void refusesFilesThatAreNoBackups() throws IOException {
        Path text = Files.writeString(disk.resolve("笔记.txt"), "hello");
        assertRefused(new Restore(CLOCK).from(text, folder.resolve("x"), PASSWORD), BackupProblem.NOT_A_BACKUP);
        assertRefused(new Restore(CLOCK).from(disk.resolve("none"), folder.resolve("x"), PASSWORD),
                BackupProblem.FILE_MISSING);
        assertRefused(new Restore(CLOCK).from(zip("../../evil", "manifest.json", "station.db", "keys.json"),
                folder.resolve("x"), PASSWORD), BackupProblem.NOT_A_BACKUP);
        assertRefused(new Restore(CLOCK).from(zip("manifest.json", "station.db", "keys.json"), folder.resolve("x"),
                PASSWORD), BackupProblem.NOT_A_BACKUP);
    }

    @Test
    void saysWhenTheDiskForCopiesIsMissing() {
        assertThat(backup().to(folder.resolve("gone"), "站")).isEqualTo(
                new BackupResult.Failed(BackupProblem.TARGET_MISSING, null));
    }

    @Test
    void saysWhenTheStationHasNoKeys() throws IOException {
        Files.delete(home.resolve(KeyRing.FILE_NAME));
        assertThat(backup().to(disk, "站")).isEqualTo(new BackupResult.Failed(BackupProblem.KEYS_MISSING, null));
    }

    @Test
    void showsWhatIsInsideAndWhatWouldBeLost() {
        Path copy = backedUp();
        addVillages(2);
        RestorePreview preview = new Restore(CLOCK).preview(copy);
        assertThat(preview).isInstanceOfSatisfying(RestorePreview.Readable.class, readable -> {
            assertThat(readable.manifest().station()).isEqualTo("样例镇社会工作服务站");
            assertThat(readable.manifest().createdAt()).isEqualTo(LocalDateTime.of(2026, 11, 20, 16, 30));
            assertThat(readable.accounts()).containsExactly(keys.account());
            RestoreLoss loss = RestoreLoss.of(file, readable.manifest());
            assertThat(loss.rows()).containsOnlyKeys("village").containsEntry("village", 2L);
            assertThat(loss.steps()).isZero();
        });
    }

    @Test
    void keepsTheNewestOfDaysWeeksAndMonths() {
        List<BackupFile> copies = Stream.iterate(LocalDateTime.of(2026, 11, 20, 16, 0), t -> t.minusHours(12))
                .limit(2 * 400).map(t -> BackupFile.of("站", t)).toList();
        List<BackupFile> kept = BackupRotation.keep(copies).stream().sorted(Comparator.reverseOrder()).toList();
        assertThat(kept.subList(0, 12)).extracting(copy -> copy.created().toLocalDate().getDayOfMonth())
                .containsExactly(20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9);
        assertThat(kept).filteredOn(copy -> copy.created().getHour() == 4 && copy.created().getDayOfMonth() != 20).isEmpty();
        // Weeks end on 11-15 (already kept as a day), 11-08 and so on to 09-20; months on 10-31 to 03-31.
        assertThat(kept.get(12).created().toLocalDate()).isEqualTo("2026-11-08");
        assertThat(kept.get(kept.size() - 1).created().toLocalDate()).isEqualTo("2026-03-31");
        assertThat(kept).hasSize(12 + 8 + 8);
    }

    @Test
    void deletesOnlyOldCopiesOfTheSameStation() throws IOException {
        for (int day = 1; day <= 30; day++) {
            touch("甲站-202604" + String.format("%02d", day) + "-120000" + BackupFile.EXTENSION);
        }
        touch("乙站-20200101-120000" + BackupFile.EXTENSION);
        touch("其他.txt");
        List<BackupFile> deleted = BackupRotation.prune(disk, "甲站");
        assertThat(deleted).hasSize(30 - 12 - 2).allMatch(copy -> copy.station().equals("甲站"));
        assertThat(disk.resolve("乙站-20200101-120000" + BackupFile.EXTENSION)).exists();
        assertThat(disk.resolve("其他.txt")).exists();
    }

    @Test
    void namesFilesWithoutCharactersThatDisksRefuse() {
        assertThat(BackupFile.of(" 甲/乙:站? ", LocalDateTime.of(2026, 1, 2, 3, 4, 5)).name())
                .isEqualTo("甲乙站-20260102-030405.shegong-backup");
        assertThat(BackupFile.of("", LocalDateTime.of(2026, 1, 2, 3, 4, 5)).name()).startsWith("station-");
        assertThat(BackupFile.parse("甲-乙-20260102-030405.shegong-backup")).map(BackupFile::station).contains("甲-乙");
        assertThat(BackupFile.parse("甲-20269902-030405.shegong-backup")).isEmpty();
    }

    private Backup backup() {
        return new Backup(file, keys.key(), CLOCK);
    }

    private Path backedUp() {
        BackupResult result = backup().to(disk, "样例镇社会工作服务站");
        assertThat(result).isInstanceOf(BackupResult.Done.class);
        return ((BackupResult.Done) result).file();
    }

    private void addVillages(int count) {
        file.write(db -> {
            int before = db.fetchCount(DSL.table("village"));
            for (int i = before; i < before + count; i++) {
                db.execute("insert into village (id, created_at, created_by, updated_at, updated_by, name)"
                        + " values (?, 'x', 'x', 'x', 'x', ?)", "v" + i, "测试村" + i);
            }
            return count;
        });
    }

    private int villages(Path station) {
        try (StationFile opened = StationFile.open(station, keys.key().bytes())) {
            return opened.read(db -> db.fetchCount(DSL.table("village")));
        }
    }

    private void touch(String name) throws IOException {
        Files.writeString(disk.resolve(name), "x");
    }

    private Path zip(String... names) throws IOException {
        Path zip = Files.createTempFile(disk, "z", BackupFile.EXTENSION);
        try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream entries = new ZipOutputStream(out)) {
            for (String name : names) {
                entries.putNextEntry(new ZipEntry(name));
                entries.write(new byte[1000]);
                entries.closeEntry();
            }
        }
        return zip;
    }

    private static void assertRefused(RestoreResult result, BackupProblem problem) {
        assertThat(result).isInstanceOfSatisfying(RestoreResult.Refused.class,
                refused -> assertThat(refused.problem()).isEqualTo(problem));
    }
}
