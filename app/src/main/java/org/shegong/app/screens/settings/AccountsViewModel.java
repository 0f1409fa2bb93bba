package org.shegong.app.screens.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.app.AppContext;
import org.shegong.app.session.AccountOffice;
import org.shegong.app.session.StationSession;
import org.shegong.app.tasks.Job;
import org.shegong.db.security.Account;
import org.shegong.db.security.AccountChange;
import org.shegong.db.security.RecoverySheet;
import org.shegong.db.security.Role;
import org.shegong.db.security.SealHolder;

/** The accounts of the station as a leader or an administrator keeps them. Window thread only. */
final class AccountsViewModel {
    private final AppContext context;
    private final AccountOffice office;
    private final StationSession session;
    private final ObservableList<Account> accounts = FXCollections.observableArrayList();
    private final ObservableList<Account> accountsShown = FXCollections.unmodifiableObservableList(accounts);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    AccountsViewModel(AppContext context, StationSession session) {
        this.context = context;
        this.session = session;
        this.office = new AccountOffice(session);
        accounts.setAll(office.accounts());
    }

    /** In the order of making. */
    ObservableList<Account> accounts() {
        return accountsShown;
    }

    /** What was wrong with the last change; empty when nothing was. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** True while a password is being worked on, which takes about a second. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Roles to choose from. */
    List<Role> roles() {
        return List.of(Role.values());
    }

    /** Name and role as people read them. */
    String text(Account account) {
        String role = Role.of(account.role()).map(one -> context.texts().get(one.textKey()))
            .orElse(context.texts().get("accounts.role_unknown"));
        String line = context.texts().get("accounts.line", account.name(), role);
        return account.id().equals(session.account().id()) ? context.texts().get("accounts.own", line) : line;
    }

    /** Adds somebody; {@code then} is run when that is done. */
    void add(String name, Role role, String password, String again, Runnable then) {
        if (same(password, again)) {
            char[] secret = password.toCharArray();
            change(progress -> wiping(secret, () -> office.add(name, role, secret)), "accounts.added", then);
        }
    }

    void changeRole(Account account, Role role, Runnable then) {
        change(progress -> office.changeRole(account, role), "accounts.role_changed", then);
    }

    void setPassword(Account account, String password, String again, Runnable then) {
        if (same(password, again)) {
            char[] secret = password.toCharArray();
            change(progress -> wiping(secret, () -> office.setPassword(account, secret)), "accounts.password_set", then);
        }
    }

    void remove(Account account, Runnable then) {
        change(progress -> office.remove(account), "accounts.removed", then);
    }

    /** Who must sign in once before the file can get another key, in words; empty for nobody. */
    Optional<String> withoutPair() {
        List<String> names = session.keyRing().withoutPair().stream().map(one -> one.equals(SealHolder.RECOVERY)
            ? context.texts().get("accounts.rekey_sheet") : one).toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(context.texts().get("sealed.comma"), names));
    }

    /** A new recovery sheet, which the listener shows until it is kept. */
    void renewSheet(Consumer<RecoverySheet> then) {
        problem.set("");
        busy.set(true);
        context.tasks().work(progress -> office.renewSheet()).onSuccess(then).onEnd(() -> busy.set(false)).start();
    }

    void clearProblem() {
        problem.set("");
    }

    private boolean same(String password, String again) {
        problem.set(password.equals(again) ? "" : context.texts().get("password.different"));
        return password.equals(again);
    }

    private static AccountChange wiping(char[] secret, java.util.function.Supplier<AccountChange> change) {
        try {
            return change.get();
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private void change(Job<AccountChange> job, String doneKey, Runnable then) {
        problem.set("");
        busy.set(true);
        context.tasks().work(job).onSuccess(change -> {
            if (change instanceof AccountChange.Done done) {
                accounts.setAll(office.accounts());
                context.overlays().toast(context.texts().get(doneKey, done.account().name()));
                then.run();
            } else if (change instanceof AccountChange.Refused refused) {
                problem.set(context.texts().get(refused.reason().messageKey()));
            }
        }).onEnd(() -> busy.set(false)).start();
    }
}
