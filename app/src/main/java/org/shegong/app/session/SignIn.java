package org.shegong.app.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.shegong.db.Station;
import org.shegong.db.backup.Restore;
import org.shegong.db.backup.UpgradeBackup;
import org.shegong.db.journal.seal.Seals;
import org.shegong.db.security.Account;
import org.shegong.db.security.DataKey;
import org.shegong.db.security.KeyRing;
import org.shegong.db.security.KeyRingException;
import org.shegong.db.security.Recovered;
import org.shegong.db.security.RecoveryKey;
import org.shegong.db.security.SignInGuard;
import org.shegong.db.security.Unlock;
import org.shegong.db.store.StationFile;
import org.shegong.db.store.StationFileException;

/** Opens stations. Takes up to a second or two; never on the window's thread. */
public final class SignIn {
    private static final String SIGN_IN = "sign_in";
    private final StationAssembly assembly;
    private final Clock clock;
    private final SessionTexts texts = new SessionTexts();

    /** @param clock what the program takes for now */
    public SignIn(Clock clock) {
        this.clock = clock;
        this.assembly = new StationAssembly(clock);
    }

    /**
     * Opens a station with a password.
     *
     * @param user name of the account; empty for the first one
     * @param password overwritten by the caller
     */
    public Opening open(Path folder, String user, char[] password) {
        return guarded(folder, () -> {
            KeyRing ring = KeyRing.open(folder);
            String name = user.isEmpty() ? ring.accounts().get(0).name() : user;
            SignInGuard guard = new SignInGuard(folder);
            Optional<Account> account = ring.account(name);
            Duration wait = account.map(one -> guard.waiting(one.id(), clock.instant())).orElse(Duration.ZERO);
            if (!wait.isZero()) {
                return new Opening.Refused("sign_in.wait", Opening.Cause.NOT_PERMITTED,
                    List.of(String.valueOf(wait.toSeconds() + 1)));
            }
            Unlock unlock = ring.unlock(name, password);
            if (unlock instanceof Unlock.Unlocked unlocked) {
                return opened(folder, ring, unlocked.account(), unlocked.key(), unlocked.rolesIntact(),
                    new Seals(ring, unlocked.account(), unlocked.seal(), null, () -> LocalDate.now(clock)));
            }
            if (unlock instanceof Unlock.Damaged) {
                return new Opening.Refused("account.damaged", Opening.Cause.FILE);
            }
            account.ifPresent(one -> guard.failed(one.id(), clock.instant()));
            return new Opening.Refused("sign_in.refused", Opening.Cause.NOT_PERMITTED);
        });
    }

    /**
     * Opens a station with the printed recovery key, so that a forgotten password can be set anew.
     *
     * @param user whose password will be set; empty for the first account
     */
    public Opening openWithRecoveryKey(Path folder, String user, String typed) {
        RecoveryKey.Typed read = RecoveryKey.parse(typed);
        if (read instanceof RecoveryKey.Typed.Refused refused) {
            return new Opening.Refused(refused.problem().messageKey(), Opening.Cause.NOT_PERMITTED);
        }
        RecoveryKey recoveryKey = ((RecoveryKey.Typed.Read) read).key();
        return guarded(folder, () -> {
            KeyRing ring = KeyRing.open(folder);
            Optional<Account> account = ring.accounts().stream()
                .filter(one -> user.isEmpty() || one.name().equals(user)).findFirst();
            if (account.isEmpty()) {
                return new Opening.Refused("sign_in.refused", Opening.Cause.NOT_PERMITTED);
            }
            Recovered recovered = ring.unlock(recoveryKey);
            if (recovered instanceof Recovered.Opened opened) {
                return opened(folder, ring, account.get(), opened.key(), true,
                    new Seals(ring, account.get(), null, opened.seal(), () -> LocalDate.now(clock)));
            }
            return recovered instanceof Recovered.Damaged
                ? new Opening.Refused("recovery.damaged", Opening.Cause.FILE)
                : new Opening.Refused("recovery.wrong", Opening.Cause.NOT_PERMITTED);
        });
    }

    private Opening opened(Path folder, KeyRing ring, Account account, DataKey key, boolean rolesIntact,
                           Seals seals) {
        byte[] bytes = key.bytes();
        try {
            StationFile file = StationFile.open(folder, bytes, new UpgradeBackup(folder, clock));
            file.use(seals);
            Station station = assembly.station(file, account, ring.accounts(), rolesIntact);
            try {
                return new Opening.Opened(new StationSession(station, account, ring, key, rolesIntact,
                    noted(folder, station, account)));
            } catch (RuntimeException e) {
                station.close();
                throw e;
            }
        } catch (RuntimeException e) {
            seals.close();
            key.close();
            throw e;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Writes the sign-in and the failures before it into the journal; gives the sign-in before this one. */
    private LastSignIn noted(Path folder, Station station, Account account) {
        Optional<Instant> before = station.journal().last(SIGN_IN, account.id())
            .map(step -> Instant.parse(step.at()));
        int failures = new SignInGuard(folder).succeeded(account.id());
        if (failures > 0) {
            station.journal().event(station.actor(), "sign_in_failed", texts.text("step.sign_in_failed", account.name(),
                String.valueOf(failures)), "account", account.id(), Map.of("failures", failures));
        }
        station.journal().event(station.actor(), SIGN_IN, texts.text("step.sign_in", account.name()), "account",
            account.id(), Map.of("role", account.role()));
        return new LastSignIn(before, failures);
    }

    /** Turns what the files refuse into an outcome. */
    static Opening guarded(Path folder, Supplier<Opening> work) {
        try {
            Restore.finishInterrupted(folder);
            return work.get();
        } catch (StationFileException e) {
            return new Opening.Refused(e.messageKey(), e.reason() == StationFileException.Reason.EXISTS
                ? Opening.Cause.WRONG_USE : Opening.Cause.FILE, List.copyOf(e.details()));
        } catch (KeyRingException e) {
            boolean noStation = e.reason() == KeyRingException.Reason.MISSING
                && !Files.exists(folder.resolve(StationFile.FILE_NAME));
            return new Opening.Refused(noStation ? "station.missing" : e.messageKey(),
                e.reason() == KeyRingException.Reason.EXISTS ? Opening.Cause.WRONG_USE : Opening.Cause.FILE);
        }
    }
}
