package org.shegong.app.session;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.shegong.db.Station;
import org.shegong.db.codes.CodeBook;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.Actor;
import org.shegong.db.journal.Signatories;
import org.shegong.db.security.Account;
import org.shegong.db.security.Rights;
import org.shegong.db.security.Role;
import org.shegong.db.store.Clearance;
import org.shegong.db.store.SealedScope;
import org.shegong.db.store.StationFile;

/** Puts an open station together from its file. */
final class StationAssembly {
    private final Clock clock;
    private final String computer = ComputerName.ofThisComputer();

    StationAssembly(Clock clock) {
        this.clock = clock;
    }

    /** The station works on the file and closes it; when putting it together fails, the file is closed here. */
    Station station(StationFile file, Account account) {
        return station(file, account, List.of(account), true);
    }

    /**
     * @param all accounts of the station
     * @param rolesIntact false when the key file was edited outside: then the role last known in the file counts
     */
    Station station(StationFile file, Account named, List<Account> all, boolean rolesIntact) {
        try {
            Account account = rolesIntact ? named
                : new Account(named.id(), named.name(), new Signatories(file, clock).knownRole(named.id()));
            Actor actor = new Signatories(file, clock)
                .actor(account.id(), account.name(), account.role(), computer);
            return new Station(file, FormCatalogue.bundled(), CodeBook.bundled(), clock, actor,
                Clearance.of(Rights.of(account.role()), sealed(account, all)));
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private SealedScope sealed(Account account, List<Account> all) {
        return new SealedScope(new SealedScope.Viewer(account.id(), account.name(),
            account.role().equals(Role.LEADER.code()), all.stream().map(Account::name).toList()),
            () -> LocalDate.now(clock));
    }
}
