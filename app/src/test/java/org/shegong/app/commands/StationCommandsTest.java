package org.shegong.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.session.Opening;
import org.shegong.app.session.SignIn;
import org.shegong.app.session.StationSession;

class StationCommandsTest {
    @TempDir
    private Path temp;
    private Path folder;

    @BeforeEach
    void name() {
        folder = temp.resolve("样例站");
    }

    private CommandRun desk() {
        return new CommandRun(folder);
    }

    private void made() {
        assertThat(desk().run("init", "--station", "样例镇社会工作服务站").exit()).isZero();
    }

    @Test
    void initMakesAStationWithItsLeaderAndSaysSo() {
        CommandRun.Outcome outcome = desk().run("init", "--station", "样例镇社会工作服务站", "--area", "450299101",
            "--json");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.json().get("station").asText()).isEqualTo("样例镇社会工作服务站");
        assertThat(outcome.json().get("user").asText()).isEqualTo("站长");
        assertThat(outcome.json().get("recovery_sheet").isNull()).isTrue();
        assertThat(folder.resolve("station.db")).exists();
        assertThat(folder.resolve("keys.json")).exists();
    }

    @Test
    void messagesForPeopleGoToStandardErrorOnly() {
        CommandRun.Outcome outcome = desk().run("init", "--station", "样例镇社会工作服务站");

        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("样例镇社会工作服务站");
    }

    @Test
    void initRefusesAFolderThatHasAStation() throws IOException {
        made();
        byte[] keys = Files.readAllBytes(folder.resolve("keys.json"));

        CommandRun.Outcome outcome = desk().run("init", "--station", "另一站", "--json");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.json().at("/error/code").asText()).isEqualTo("station.exists");
        assertThat(Files.readAllBytes(folder.resolve("keys.json"))).isEqualTo(keys);
    }

    @Test
    void initRefusesAnAreaCodeThatIsNone() {
        CommandRun.Outcome outcome = desk().run("init", "--station", "样例站", "--area", "4502", "--json");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.json().at("/error/code").asText()).isEqualTo("station.area");
        assertThat(folder).doesNotExist();
    }

    @Test
    void theRecoverySheetOpensTheStationWhenThePasswordIsForgotten() throws IOException {
        desk().run("init", "--station", "样例站", "--recovery-sheet", "恢复表.txt");

        Path sheet = temp.resolve("恢复表.txt");
        String key = String.join("", Files.readAllLines(sheet).stream().map(String::strip)
            .filter(line -> line.matches("([A-Z2-9]{5} +){3}[A-Z2-9]{5}")).toList());
        Opening opening = new SignIn(Clock.systemUTC()).openWithRecoveryKey(folder, "", key);

        assertThat(opening).isInstanceOf(Opening.Opened.class);
        ((Opening.Opened) opening).session().close();
    }

    @Test
    void theAccountMayHaveAnotherName() {
        assertThat(desk().run("init", "--station", "样例站", "--user", "覃玉兰").exit()).isZero();

        assertThat(desk().run("check", "--user", "覃玉兰").exit()).isZero();
        assertThat(desk().run("check", "--user", "站长").exit()).isEqualTo(5);
    }

    @Test
    void aSoundStationPassesTheCheck() {
        made();

        CommandRun.Outcome outcome = desk().run("check", "--json");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.json().get("ok").asBoolean()).isTrue();
    }

    @Test
    void aChangedByteOfTheFileIsFoundOrKeepsItShut() throws IOException {
        made();
        Path database = folder.resolve("station.db");
        byte[] content = Files.readAllBytes(database);
        content[content.length / 2] ^= 1;
        Files.write(database, content);

        assertThat(desk().run("check").exit()).isIn(1, 4);
    }

    @Test
    void theWrongPasswordIsNotPermitted() {
        made();

        CommandRun.Outcome outcome = desk().password("wrong").run("check", "--json");

        assertThat(outcome.exit()).isEqualTo(5);
        assertThat(outcome.json().at("/error/code").asText()).isEqualTo("sign_in.refused");
    }

    @Test
    void aMissingPasswordIsNotPermitted() {
        made();

        assertThat(desk().withoutPassword().run("check").exit()).isEqualTo(5);
    }

    @Test
    void thePasswordMayComeFromStandardInput() {
        made();

        assertThat(desk().withoutPassword().input("secret-1\r\nmore").run("check", "--password-stdin").exit())
            .isZero();
    }

    @Test
    void aStationInUseStaysShut() {
        made();
        Opening opening = new SignIn(Clock.systemUTC()).open(folder, "", "secret-1".toCharArray());

        try (StationSession session = ((Opening.Opened) opening).session()) {
            CommandRun.Outcome outcome = desk().run("check", "--json");

            assertThat(session.folder()).isEqualTo(folder);
            assertThat(outcome.exit()).isEqualTo(4);
            assertThat(outcome.json().at("/error/code").asText()).isEqualTo("station.in_use");
        }
    }

    @Test
    void optionsBeforeTheCommandCountAsThoseBehindIt() {
        made();
        String other = temp.resolve("other").toString();
        assertThat(desk().run("--data", other, "init", "--station", "另一站", "--json").exit()).isZero();
        assertThat(temp.resolve("other").resolve("station.db")).exists();
        assertThat(desk().run("report", "--data", other, "monthly", "--month", "2026-10", "--format", "json", "--out",
            temp.resolve("out").toString(), "--today", "2026-10-31").exit()).isZero();
        assertThat(desk().run("--data", temp.resolve("none").toString(), "check").exit()).isEqualTo(4);
    }

    @Test
    void aFolderWithoutAStationStaysShut() {
        assertThat(desk().run("check", "--json").json().at("/error/code").asText()).isEqualTo("station.missing");
        assertThat(desk().run("check").exit()).isEqualTo(4);
    }

    @Test
    void anUnknownCommandIsWrongUsage() {
        assertThat(desk().run("frobnicate").exit()).isEqualTo(2);
        assertThat(desk().run("init").exit()).isEqualTo(2);
        assertThat(desk().run("check", "--today", "tomorrow").exit()).isEqualTo(2);
    }

    @Test
    void wrongUsageAnswersInJsonWhenAsked() {
        assertThat(desk().run("init", "--json").json().at("/error/code").asText()).isEqualTo("usage.missing");
    }

    @Test
    void aBackupBringsBackWhatWasThere() throws IOException {
        made();
        Path copies = temp.resolve("备份");
        CommandRun.Outcome backup = desk().run("backup", "--to", copies.toString(), "--json");
        assertThat(backup.exit()).isZero();
        Path file = Path.of(backup.json().get("file").asText());
        deleteStation();

        CommandRun.Outcome restored = desk().run("restore", "--from", file.toString(), "--json");

        assertThat(restored.exit()).isZero();
        assertThat(restored.json().get("station").asText()).isEqualTo("样例镇社会工作服务站");
        assertThat(desk().run("check").exit()).isZero();
    }

    @Test
    void restoringKeepsWhatItReplaces() {
        made();
        String file = desk().run("backup", "--to", temp.toString(), "--json").json().get("file").asText();

        CommandRun.Outcome restored = desk().run("restore", "--from", file, "--json");

        assertThat(restored.exit()).isZero();
        assertThat(Path.of(restored.json().get("replaced").asText()).resolve("station.db")).exists();
    }

    @Test
    void restoringWhatIsNoBackupChangesNothing() throws IOException {
        made();
        Path other = Files.writeString(temp.resolve("other.shegong-backup"), "not a backup");

        assertThat(desk().run("restore", "--from", other.toString()).exit()).isEqualTo(3);
        assertThat(desk().run("restore", "--from", temp.resolve("none").toString()).exit()).isEqualTo(3);
        assertThat(desk().run("check").exit()).isZero();
    }

    @Test
    void restoringWithTheWrongPasswordIsNotPermitted() {
        made();
        String file = desk().run("backup", "--to", temp.toString(), "--json").json().get("file").asText();

        assertThat(desk().password("wrong").run("restore", "--from", file).exit()).isEqualTo(5);
    }

    @Test
    void withoutACommandTheWindowOpensOnTheNamedFolder() {
        CommandRun desk = desk();
        desk.desk().display = true;

        assertThat(desk.run("--data", folder.toString()).exit()).isZero();
        assertThat(desk.desk().opened.folder()).isEqualTo(folder);
        assertThat(desk.desk().opened.opened()).isEmpty();
    }

    @Test
    void theDemonstrationOpensAlreadyUnlocked() {
        CommandRun desk = desk();
        desk.desk().display = true;

        assertThat(desk.run("--demo", "--today", "2026-10-31").exit()).isZero();
        assertThat(desk.desk().opened.opened()).isPresent();
    }

    @Test
    void withoutADisplayTheDemonstrationDoesTheMonthEnd() {
        CommandRun.Outcome outcome = desk().run("--demo", "--today", "2026-10-31", "--json");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.json().get("files")).extracting(file -> Path.of(file.asText())).hasSize(3)
            .allSatisfy(file -> assertThat(file).isNotEmptyFile());
        assertThat(Path.of(outcome.json().get("picture").asText())).exists();
    }

    @Test
    void withoutADisplayTheWindowSaysSo() {
        assertThat(desk().run("--json").json().at("/error/code").asText()).isEqualTo("window.no_display");
    }

    @Test
    void demoLeavesAFolderAloneThatIsNotEmpty() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("note.txt"), "mine");

        assertThat(desk().run("demo").exit()).isEqualTo(2);
    }

    private void deleteStation() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }
}
