package org.shegong.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonthCommandsTest {
    @TempDir
    private Path temp;

    private CommandRun desk() {
        return new CommandRun(temp.resolve("station"));
    }

    @BeforeEach
    void make() {
        assertThat(desk().run("init", "--station", "样例镇社会工作服务站").exit()).isZero();
    }

    private Path csv(String name, String... lines) throws IOException {
        return Files.writeString(temp.resolve(name), String.join("\r\n", lines));
    }

    /** Two people with right numbers, one whose last digit is wrong. */
    private Path roster() throws IOException {
        return csv("服务对象花名册.csv", "姓名,身份证号,性别,村（社区）,类别,建档日期",
            "覃玉兰,450299195003070020,女,大榕村,独居老人,2026-01-05",
            "韦大明,450299194811020019,男,大榕村,独居老人,2026-01-05",
            "莫小燕,450299196001010001,女,大榕村,独居老人,2026-01-05");
    }

    private Path visits() throws IOException {
        return csv("走访台账.csv", "日期,走访对象,村（社区）,走访结果,时长",
            "2026-10-08,覃玉兰,大榕村,见到本人,30分钟",
            "2026-10-09,无此人,大榕村,见到本人,30分钟");
    }

    @Test
    void importNamesEveryRefusedRowAndExitsWithFindings() throws IOException {
        CommandRun.Outcome outcome = desk().run("import", roster().toString(), visits().toString(),
            "--today", "2026-10-31", "--json");

        assertThat(outcome.exit()).isEqualTo(1);
        JsonNode clients = outcome.json().at("/files/0/sheets/0");
        assertThat(clients.get("kind").asText()).isEqualTo("clients");
        assertThat(clients.at("/refused/0/row").asInt()).isEqualTo(4);
        assertThat(clients.at("/refused/0/code").asText()).isEqualTo("id.checksum");
        assertThat(outcome.json().at("/files/1/sheets/0/refused/0/code").asText()).isEqualTo("client.unknown");
        assertThat(outcome.json().at("/accepted/clients").asInt()).isEqualTo(2);
        assertThat(outcome.json().at("/accepted/visits").asInt()).isEqualTo(1);
    }

    @Test
    void importingTheSameFileAgainChangesNothing() throws IOException {
        desk().run("import", roster().toString(), "--today", "2026-10-31");

        CommandRun.Outcome again = desk().run("import", roster().toString(), "--today", "2026-10-31", "--json");

        assertThat(again.json().at("/accepted/clients").asInt()).isZero();
        assertThat(again.json().at("/files/0/sheets/0/unchanged").asInt()).isEqualTo(2);
    }

    @Test
    void aRehearsalWritesNothing() throws IOException {
        assertThat(desk().run("import", roster().toString(), "--dry-run", "--today", "2026-10-31", "--json").json()
            .at("/accepted/clients").asInt()).isEqualTo(2);

        assertThat(desk().run("import", roster().toString(), "--today", "2026-10-31", "--json").json()
            .at("/accepted/clients").asInt()).isEqualTo(2);
    }

    @Test
    void refusedRowsGoToACorrectionWorkbook() throws IOException {
        Path corrections = temp.resolve("更正.xlsx");

        desk().run("import", roster().toString(), "--errors", corrections.toString(), "--today", "2026-10-31");

        assertThat(corrections).isNotEmptyFile();
    }

    @Test
    void whatIsNoLedgerCannotBeRead() throws IOException {
        Path noWorkbook = Files.writeString(temp.resolve("花名册.xlsx"), "not a workbook");
        Path empty = Files.writeString(temp.resolve("空.xlsx"), "");

        assertThat(desk().run("import", noWorkbook.toString(), empty.toString()).exit()).isEqualTo(3);
        assertThat(desk().run("import", temp.resolve("none.xlsx").toString()).exit()).isEqualTo(3);
    }

    @Test
    void theMonthlyReportIsWrittenInThreeFormats() throws IOException {
        desk().run("import", roster().toString(), visits().toString(), "--today", "2026-10-31");

        CommandRun.Outcome outcome = desk().run("report", "monthly", "--month", "2026-10", "--out",
            temp.resolve("报表").toString(), "--today", "2026-10-31", "--json");

        JsonNode report = new ObjectMapper().readTree(temp.resolve("报表").resolve("report.json").toFile());
        assertThat(report.at("/figures/F01").asInt()).isEqualTo(1);
        assertThat(report.at("/figures/B04").asInt()).isEqualTo(2);
        assertThat(outcome.json().get("figures")).isEqualTo(report.get("figures"));
        assertThat(temp.resolve("报表")).isDirectoryContaining("glob:**月报-草稿.xlsx")
            .isDirectoryContaining("glob:**月报-草稿.pdf");
    }

    @Test
    void onlyTheWantedFormatsAreWritten() {
        Path out = temp.resolve("out");

        desk().run("report", "monthly", "--month", "2026-10", "--out", out.toString(), "--format", "json",
            "--today", "2026-10-31");

        assertThat(out.toFile().list()).containsExactly("report.json");
    }

    @Test
    void aMonthThatHasNotComeIsRefused() {
        CommandRun.Outcome outcome = desk().run("report", "monthly", "--month", "2026-12", "--out", temp.toString(),
            "--today", "2026-10-31", "--json");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.json().at("/error/code").asText()).isEqualTo("monthly.future");
    }

    @Test
    void aMonthThatIsNoneIsWrongUsage() {
        assertThat(desk().run("report", "monthly", "--month", "10", "--out", temp.toString()).exit()).isEqualTo(2);
        assertThat(desk().run("report", "monthly", "--month", "2026-10", "--out", temp.toString(), "--format", "doc")
            .exit()).isEqualTo(2);
        assertThat(desk().run("report").exit()).isEqualTo(2);
    }
}
