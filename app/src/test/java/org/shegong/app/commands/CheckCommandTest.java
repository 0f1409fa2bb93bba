package org.shegong.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.session.Opening;
import org.shegong.app.session.SignIn;
import org.shegong.app.session.StationSession;
import org.shegong.app.settings.Settings;
import org.shegong.db.backup.BackupRotation;
import org.shegong.db.backup.Rekeying;
import org.shegong.db.security.DataKey;

class CheckCommandTest {
    @TempDir
    private Path temp;
    private Path folder;

    @BeforeEach
    void make() {
        folder = temp.resolve("样例站");
        assertThat(new CommandRun(folder).run("init", "--station", "样例站").exit()).isZero();
        tamper("UPDATE village SET name = name", "一", "二", "三");
    }

    @Test
    void findsNothingInAnHonestStation() {
        CommandRun.Outcome outcome = new CommandRun(folder).run("check", "--json");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.json().get("ok").asBoolean()).isTrue();
    }

    @Test
    void namesComputerAndNumberOfAnEditedEntry() {
        long last = tamper("UPDATE journal_entry SET form = 'client' WHERE seq = (SELECT MAX(seq) FROM journal_entry)");
        CommandRun.Outcome outcome = new CommandRun(folder).run("check", "--json");
        assertThat(outcome.exit()).isEqualTo(1);
        JsonNode fault = outcome.json().at("/journal/0");
        assertThat(fault.get("kind").asText()).isEqualTo("edited");
        assertThat(fault.get("seq").asLong()).isEqualTo(last);
        assertThat(fault.get("text").asText()).contains("第 " + last + " 条被改动过")
            .contains(fault.get("computer").asText());
    }

    /** Neither the file nor the folder tells any more; the copy does. */
    @Test
    void missesEntriesThatACopyKnows() throws Exception {
        tamper("UPDATE setting SET id = id WHERE 1 = 0", "一村", "二村", "三村", "四村", "五村", "六村");
        Path copies = Files.createDirectories(temp.resolve("U盘"));
        assertThat(new CommandRun(folder).run("backup", "--to", copies.toString()).exit()).isZero();
        tamper("DELETE FROM journal_entry WHERE seq > (SELECT MAX(seq) - 6 FROM journal_entry);"
            + "DELETE FROM journal_step WHERE id NOT IN (SELECT step_id FROM journal_entry)");
        Files.delete(folder.resolve("journal.head"));
        CommandRun.Outcome alone = new CommandRun(folder).run("check");
        assertThat(alone.exit()).as(alone.err()).isZero();
        CommandRun.Outcome outcome = new CommandRun(folder).run("check", "--json", "--backups", copies.toString());
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.json().at("/backups/0/kind").asText()).isEqualTo("cut");
    }

    @Test
    void looksAtTheCopiesOnTheSecondDiskToo() throws IOException {
        Path config = folder.resolveSibling("config");
        Path stick = Files.createDirectory(folder.resolveSibling("U盘"));
        new Settings(Settings.usualFile(name -> name.equals("XDG_CONFIG_HOME") ? config.toString() : null))
            .put("backup.second", stick.toString());
        assertThat(new CommandRun(folder).run("backup", "--to", stick.toString()).exit()).isZero();
        assertThat(new CommandRun(folder).settings(config).run("check").exit()).isZero();
        Path copy = BackupRotation.list(stick).stream().map(file -> stick.resolve(file.name())).findFirst().orElseThrow();
        byte[] bytes = Files.readAllBytes(copy);
        bytes[bytes.length / 2] ^= 1;
        Files.write(copy, bytes);
        CommandRun.Outcome damaged = new CommandRun(folder).settings(config).run("check", "--json");
        assertThat(damaged.exit()).isEqualTo(1);
        assertThat(damaged.json().at("/backups/0/file").asText()).isEqualTo(copy.getFileName().toString());
        Files.delete(copy);
        Files.delete(stick);
        CommandRun.Outcome away = new CommandRun(folder).settings(config).run("check");
        assertThat(away.exit()).isZero();
        assertThat(away.err()).contains("第二个磁盘没有插好");
    }

    @Test
    void saysOfACopyOfBeforeANewKeyWhatOpensItAndFindsNothingWrong() throws IOException {
        Path copies = Files.createDirectories(temp.resolve("U盘"));
        assertThat(new CommandRun(folder).run("backup", "--to", copies.toString()).exit()).isZero();
        Clock clock = Clock.system(java.time.ZoneId.systemDefault());
        DataKey key;
        try (StationSession session = ((Opening.Opened) new SignIn(clock).open(folder, "", "secret-1".toCharArray())).session()) {
            key = session.key().copy();
        }
        assertThat(new Rekeying(clock).run(folder, key)).isInstanceOf(Rekeying.Result.Done.class);
        CommandRun.Outcome outcome = new CommandRun(folder).run("check", "--backups", copies.toString());
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err() + outcome.out()).contains("更换密钥以前").contains("恢复表");
    }

    @Test
    void findsWordsOfARecordThatIsGone() {
        tamper("INSERT INTO search_token (form, token, record_id) VALUES ('client', 'x', 'nobody')");
        CommandRun.Outcome outcome = new CommandRun(folder).run("check", "--json");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.json().at("/links/0/table").asText()).isEqualTo("search_token");
    }

    /** Saves villages of these names, then runs a statement; gives the newest number of the journal before it. */
    private long tamper(String sql, String... names) {
        Opening opening = new SignIn(Clock.system(java.time.ZoneId.systemDefault())).open(folder, "", "secret-1".toCharArray());
        try (StationSession session = ((Opening.Opened) opening).session()) {
            for (String name : names) {
                session.station().saving().save(org.shegong.db.store.RecordDraft.entered("village",
                    session.station().newId(), org.shegong.db.store.RecordStatus.DRAFT, java.util.Map.of("name", name)));
            }
            return session.station().file().write(db -> {
                long last = db.resultQuery("SELECT MAX(seq) FROM journal_entry").fetchOne(0, Long.class);
                for (String statement : sql.split(";")) {
                    db.execute(statement);
                }
                return last;
            });
        }
    }
}
