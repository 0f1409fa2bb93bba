package org.shegong.db.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shegong.db.forms.FormCatalogue;

class RightsTest {
    @Test
    void theTableNamesEveryFormAndEveryRightOnce() {
        List<String> expected = new ArrayList<>(FormCatalogue.bundled().keys());
        for (Right right : Right.values()) {
            expected.add(right.code());
        }
        assertThat(Rights.named()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aRoleThatIsNotKnownMayNothing() {
        Rights none = Rights.of("captain");

        assertThat(FormCatalogue.bundled().keys()).allMatch(form -> none.form(form) == Access.NONE);
        assertThat(Right.values()).noneMatch(none::may);
    }

    @Test
    void administratorAndStatisticianReadNoRecordOfAClient() {
        for (Role role : List.of(Role.ADMINISTRATOR, Role.STATISTICIAN)) {
            Rights rights = Rights.of(role);
            assertThat(List.of("client", "household", "visit", "consultation", "case_file", "case_session", "crisis",
                "referral", "consent", "intake", "group_member", "client_category", "client_primary"))
                .allMatch(form -> rights.form(form) == Access.NONE);
            assertThat(rights.seesClients()).isFalse();
            assertThat(rights.may(Right.EXPORT)).isFalse();
        }
    }

    @Test
    void aSupervisorWritesSupervisionAndReadsClientsByNumber() {
        Rights rights = Rights.of(Role.SUPERVISOR);

        assertThat(rights.form("supervision_session")).isEqualTo(Access.WRITE);
        assertThat(rights.form("client")).isEqualTo(Access.NUMBERED);
        assertThat(rights.may(Right.IMPORT)).isFalse();
    }

    @Test
    void onlyLeaderAndAdministratorHaveToDoWithAccounts() {
        for (Role role : Role.values()) {
            boolean expected = role == Role.LEADER || role == Role.ADMINISTRATOR;
            assertThat(Rights.of(role).may(Right.ACCOUNTS)).isEqualTo(expected);
        }
        assertThat(Rights.of(Role.ADMINISTRATOR).may(Right.ASSIGN)).isFalse();
    }
}
