package org.shegong.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.backup.BackupRotation;
import org.shegong.db.security.DataKey;
import org.shegong.db.security.KdfCost;
import org.shegong.db.security.KeyRing;
import org.shegong.db.security.Unlock;

/** Commands end with exit code 5 when the account's role does not allow them. */
class RoleCommandsTest {
    @TempDir
    private Path temp;
    private Path folder;
    private Path ledger;

    @BeforeEach
    void station() throws IOException {
        folder = temp.resolve("样例站");
        assertThat(new CommandRun(folder).run("init", "--station", "样例镇社会工作服务站").exit()).isZero();
        KeyRing ring = KeyRing.open(folder, new KdfCost(64, 1, 1));
        try (DataKey key = ((Unlock.Unlocked) ring.unlock("站长", "secret-1".toCharArray())).key()) {
            for (String role : new String[] {"worker", "supervisor", "statistician", "administrator"}) {
                ring.addAccount(key, role, role, "secret-1".toCharArray());
            }
        }
        ledger = temp.resolve("村名册.csv");
        Files.writeString(ledger, "村名,类型\n白沙村,行政村\n");
    }

    private CommandRun.Outcome run(String user, String... args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + 3);
        all[args.length] = "--user";
        all[args.length + 1] = user;
        all[args.length + 2] = "--json";
        return new CommandRun(folder).run(all);
    }

    @Test
    void onlyWorkerAndLeaderImport() {
        for (String user : new String[] {"supervisor", "statistician", "administrator"}) {
            CommandRun.Outcome refused = run(user, "import", ledger.toString());
            assertThat(refused.exit()).isEqualTo(5);
            assertThat(refused.json().at("/error/code").asText()).isEqualTo("role.import");
            assertThat(refused.err()).contains("没有导入台账的权限");
        }
        assertThat(run("worker", "import", ledger.toString()).exit()).isZero();
    }

    @Test
    void anAdministratorWritesNoReportAndAStatisticianDoes() {
        Path out = temp.resolve("out");
        CommandRun.Outcome refused = run("administrator", "report", "monthly", "--month", "2026-10", "--out",
            out.toString(), "--today", "2026-11-02");

        assertThat(refused.exit()).isEqualTo(5);
        assertThat(out).doesNotExist();
        assertThat(run("statistician", "report", "monthly", "--month", "2026-10", "--out", out.toString(), "--today",
            "2026-11-02").exit()).isLessThanOrEqualTo(1);
        assertThat(out).isDirectoryContaining("glob:**.json");
    }

    @Test
    void aSupervisorTakesNoBackupAndAnAdministratorDoes() {
        Path out = temp.resolve("backups");

        assertThat(run("supervisor", "backup", "--to", out.toString()).exit()).isEqualTo(5);
        assertThat(run("administrator", "backup", "--to", out.toString()).exit()).isZero();
        assertThat(run("supervisor", "check").exit()).isZero();
    }

    @Test
    void onlyLeaderAndAdministratorBringBackACopy() {
        Path out = temp.resolve("backups");
        assertThat(run("administrator", "backup", "--to", out.toString()).exit()).isZero();
        String copy = BackupRotation.list(out).stream().map(file -> out.resolve(file.name()).toString()).findFirst()
            .orElseThrow();
        for (String user : new String[] {"worker", "supervisor", "statistician"}) {
            CommandRun.Outcome refused = run(user, "restore", "--from", copy);
            assertThat(refused.exit()).as(user).isEqualTo(5);
            assertThat(refused.json().at("/error/code").asText()).isEqualTo("backup.not_permitted");
        }
        assertThat(folder).isDirectoryNotContaining("glob:**/replaced-*");
        assertThat(run("administrator", "restore", "--from", copy).exit()).isZero();
        assertThat(folder).isDirectoryContaining("glob:**/replaced-*");
    }
}
