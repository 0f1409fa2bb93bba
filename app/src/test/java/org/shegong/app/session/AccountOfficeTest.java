package org.shegong.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.journal.JournalStep;
import org.shegong.db.security.Account;
import org.shegong.db.security.AccountChange;
import org.shegong.db.security.AccountChange.Reason;
import org.shegong.db.security.KdfCost;
import org.shegong.db.security.KeyRing;
import org.shegong.db.security.NotPermittedException;
import org.shegong.db.security.Right;
import org.shegong.db.security.Role;

/** Who works at a station, how they come in and how they are kept out. */
class AccountOfficeTest {
    private static final Instant MORNING = Instant.parse("2026-11-20T00:30:00Z");
    @TempDir
    private Path temp;
    private Path folder;
    private StationSession leader;

    @BeforeEach
    void found() {
        folder = temp.resolve("station");
        leader = ((Founding.Founded) new StationSetup(at(MORNING), new KdfCost(64, 1, 1)).found(folder,
            new NewStation("样例镇社会工作服务站", "", "", "站长"), "leader-1".toCharArray())).session();
    }

    @AfterEach
    void close() {
        leader.close();
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneId.of("Asia/Shanghai"));
    }

    private Account added(String name, Role role) {
        return ((AccountChange.Done) new AccountOffice(leader).add(name, role, "secret-1".toCharArray())).account();
    }

    private Opening open(Instant when, String user, String password) {
        return new SignIn(at(when)).open(folder, user, password.toCharArray());
    }

    private StationSession in(Instant when, String user, String password) {
        return ((Opening.Opened) open(when, user, password)).session();
    }

    @Test
    void aNewWorkerSignsInWithTheRightsOfTheRoleAndChangesTakeEffectNextTime() {
        Account wang = added("王社工", Role.STATISTICIAN);
        leader.close();
        try (StationSession session = in(MORNING, "王社工", "secret-1")) {
            assertThat(session.station().clearance().may(Right.IMPORT)).isFalse();
            assertThatThrownBy(() -> new AccountOffice(session).add("x", Role.LEADER, "secret-1".toCharArray()))
                .isInstanceOf(NotPermittedException.class);
        }
        leader = in(MORNING, "站长", "leader-1");
        new AccountOffice(leader).changeRole(wang, Role.WORKER);
        leader.close();
        try (StationSession session = in(MORNING, "王社工", "secret-1")) {
            assertThat(session.station().clearance().may(Right.IMPORT)).isTrue();
        }
    }

    @Test
    void thereIsAlwaysALeaderAndNobodyTakesHimselfOut() {
        AccountOffice office = new AccountOffice(leader);
        Account other = added("韦站长", Role.LEADER);

        assertThat(office.remove(leader.account())).isEqualTo(new AccountChange.Refused(Reason.SELF));
        assertThat(office.changeRole(leader.account(), Role.WORKER)).isEqualTo(new AccountChange.Refused(Reason.SELF));
        assertThat(office.changeRole(other, Role.ADMINISTRATOR)).isInstanceOf(AccountChange.Done.class);
        leader.close();
        leader = in(MORNING, "韦站长", "secret-1");
        Account only = leader.keyRing().accounts().get(0);
        assertThat(new AccountOffice(leader).remove(only)).isEqualTo(new AccountChange.Refused(Reason.LAST_LEADER));
        assertThat(new AccountOffice(leader).changeRole(only, Role.WORKER))
            .isEqualTo(new AccountChange.Refused(Reason.LAST_LEADER));
    }

    @Test
    void everyChangeOfAnAccountStandsInTheJournal() {
        Account wang = added("王社工", Role.WORKER);
        AccountOffice office = new AccountOffice(leader);
        office.setPassword(wang, "secret-2".toCharArray());
        office.renewSheet();
        office.remove(wang);

        assertThat(leader.station().journal().steps(4)).extracting(JournalStep::action)
            .containsExactly("account_removed", "recovery_renewed", "account_password", "account_added");
        assertThat(leader.station().journal().steps(1).get(0).label()).contains("王社工");
        assertThat(leader.station().journal().verify()).isEmpty();
    }

    @Test
    void signingInTellsTheLastTimeAndTheFailuresSince() {
        leader.close();
        in(MORNING, "站长", "leader-1").close();
        open(MORNING.plus(Duration.ofHours(1)), "站长", "wrong-1");
        open(MORNING.plus(Duration.ofHours(1)), "站长", "wrong-2");
        leader = in(MORNING.plus(Duration.ofHours(2)), "站长", "leader-1");

        assertThat(leader.last()).isEqualTo(new LastSignIn(java.util.Optional.of(MORNING), 2));
        assertThat(leader.station().journal().steps(2)).extracting(JournalStep::action)
            .containsExactly("sign_in", "sign_in_failed");
    }

    @Test
    void afterThreeWrongPasswordsEvenTheRightOneWaitsAndThenOpens() {
        leader.close();
        for (int i = 0; i < 3; i++) {
            open(MORNING, "站长", "wrong-pass");
        }
        assertThat(open(MORNING, "站长", "leader-1")).isInstanceOfSatisfying(Opening.Refused.class, refused -> {
            assertThat(refused.messageKey()).isEqualTo("sign_in.wait");
            assertThat(refused.cause().exitCode()).isEqualTo(5);
        });
        leader = in(MORNING.plusSeconds(6), "站长", "leader-1");
        assertThat(leader.last().failures()).isEqualTo(3);
    }

    @Test
    void aRoleThatWasEditedInTheKeyFileGivesNoRights() throws IOException {
        added("王社工", Role.WORKER);
        leader.close();
        in(MORNING, "王社工", "secret-1").close();
        Path keys = folder.resolve(KeyRing.FILE_NAME);
        Files.writeString(keys, Files.readString(keys).replace("\"worker\"", "\"leader\""));

        leader = in(MORNING, "王社工", "secret-1");

        assertThat(leader.rolesIntact()).isFalse();
        assertThat(leader.station().clearance().may(Right.ACCOUNTS)).isFalse();
        assertThat(leader.station().clearance().may(Right.IMPORT)).isTrue();
    }

    @Test
    void theStationLocksAfterFiveMinutesUnlessSomebodyWhoMaySaysOtherwise() {
        added("管理员", Role.ADMINISTRATOR);
        added("王社工", Role.WORKER);
        assertThat(new IdleLock(leader.station()).minutes()).isEqualTo(5);
        leader.close();
        try (StationSession session = in(MORNING, "王社工", "secret-1")) {
            assertThatThrownBy(() -> new IdleLock(session.station()).change(60))
                .isInstanceOf(NotPermittedException.class);
        }
        try (StationSession session = in(MORNING, "管理员", "secret-1")) {
            new IdleLock(session.station()).change(10);
            assertThat(new IdleLock(session.station()).choices()).doesNotContain(IdleLock.NEVER);
            assertThatThrownBy(() -> new IdleLock(session.station()).change(IdleLock.NEVER))
                .isInstanceOf(NotPermittedException.class);
        }
        leader = in(MORNING, "站长", "leader-1");
        assertThat(new IdleLock(leader.station()).minutes()).isEqualTo(10);
        new IdleLock(leader.station()).change(IdleLock.NEVER);
        assertThat(new IdleLock(leader.station()).minutes()).isEqualTo(IdleLock.NEVER);
    }
}
