package org.shegong.app.session;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.shegong.db.Station;
import org.shegong.db.security.Account;
import org.shegong.db.security.AccountChange;
import org.shegong.db.security.AccountChange.Reason;
import org.shegong.db.security.NotPermittedException;
import org.shegong.db.security.RecoverySheet;
import org.shegong.db.security.Right;
import org.shegong.db.security.Role;

/**
 * Changes the accounts of an open station for somebody who may: each change is on the disk and in the journal when its
 * method returns. There is always a leader; nobody takes himself out. Derives keys, so never on the window's thread.
 */
public final class AccountOffice {
    private final StationSession session;
    private final SessionTexts texts = new SessionTexts();

    public AccountOffice(StationSession session) {
        this.session = session;
    }

    /** Everybody who may sign in, in the order of making. */
    public List<Account> accounts() {
        return session.keyRing().accounts();
    }

    /** Adds somebody. The password is overwritten by the caller. */
    public AccountChange add(String name, Role role, char[] password) {
        return noted("account_added", role.code(),
            () -> session.keyRing().addAccount(session.key(), name, role.code(), password));
    }

    /** Gives somebody another role. */
    public AccountChange changeRole(Account account, Role role) {
        if (isSelf(account)) {
            return new AccountChange.Refused(Reason.SELF);
        }
        if (role != Role.LEADER && isOnlyLeader(account)) {
            return new AccountChange.Refused(Reason.LAST_LEADER);
        }
        return noted("account_role", role.code(),
            () -> session.keyRing().changeRole(session.key(), account.id(), role.code()));
    }

    /** Gives somebody who forgot his password a new one; the old one is not needed. */
    public AccountChange setPassword(Account account, char[] password) {
        return noted("account_password", account.role(),
            () -> session.keyRing().resetPassword(session.key(), account.name(), password));
    }

    /** Takes somebody's way in. His name in the history stays. */
    public AccountChange remove(Account account) {
        if (isSelf(account)) {
            return new AccountChange.Refused(Reason.SELF);
        }
        if (isOnlyLeader(account)) {
            return new AccountChange.Refused(Reason.LAST_LEADER);
        }
        return noted("account_removed", account.role(),
            () -> session.keyRing().removeAccount(session.key(), account.id()));
    }

    /**
     * A new recovery sheet; the one before stops working. Whoever receives it prints or saves it. Once it holds it is given
     * back whatever else fails, since it is shown nowhere else.
     */
    public RecoverySheet renewSheet() {
        session.station().clearance().require(Right.ACCOUNTS);
        RecoverySheet sheet = new RecoverySheet(StationName.of(session.station()), session.keyRing().fileId(),
            LocalDate.now(session.station().clock()), session.keyRing().renewRecoveryKey(session.key()));
        try {
            note("recovery_renewed", session.account(), "");
        } catch (RuntimeException unwritten) {
            System.getLogger(AccountOffice.class.getName()).log(System.Logger.Level.WARNING,
                "the new recovery sheet is not noted in the journal: " + unwritten.getClass().getName());
        }
        new SealOffice(session).catchUpIfPossible();
        return sheet;
    }

    private boolean isSelf(Account account) {
        return account.id().equals(session.account().id());
    }

    private boolean isOnlyLeader(Account account) {
        return account.role().equals(Role.LEADER.code())
            && accounts().stream().filter(one -> one.role().equals(Role.LEADER.code())).count() == 1;
    }

    /** @throws NotPermittedException when the person signed in has nothing to do with accounts */
    private AccountChange noted(String action, String role, Supplier<AccountChange> change) {
        session.station().clearance().require(Right.ACCOUNTS);
        AccountChange outcome = change.get();
        if (outcome instanceof AccountChange.Done done) {
            note(action, done.account(), role);
            new SealOffice(session).catchUpIfPossible();
        }
        return outcome;
    }

    private void note(String action, Account account, String role) {
        Station station = session.station();
        station.journal().event(station.actor(), action, texts.text("step." + action, account.name()), "account",
            account.id(), Map.of("name", account.name(), "role", role));
    }
}
