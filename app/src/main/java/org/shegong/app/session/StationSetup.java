package org.shegong.app.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shegong.db.Station;
import org.shegong.db.domain.AreaCode;
import org.shegong.db.journal.seal.Seals;
import org.shegong.db.security.AccountChange;
import org.shegong.db.security.KdfCost;
import org.shegong.db.security.KeyRing;
import org.shegong.db.security.KeyRingException;
import org.shegong.db.security.RecoverySheet;
import org.shegong.db.store.Origin;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.StationFile;
import org.shegong.db.store.StationFileException;

/** Makes new stations: keys, file, the station's own record. Takes some seconds; never on the window's thread. */
public final class StationSetup {
    /** Role of a station's leader. */
    public static final String LEADER = "leader";
    /** A fixed cost for measuring with: 64 MiB and three passes; stations are made with {@link KdfCost#calibrated()}. */
    public static final KdfCost PASSWORD_COST = new KdfCost(64 * 1024, 3, 1);
    private static final String CALENDAR_MONTH = "1";
    private final Clock clock;
    private final KdfCost cost;
    private final SessionTexts texts = new SessionTexts();

    /**
     * @param clock what the program takes for now
     * @param cost of deriving the key from a password, {@link KdfCost#calibrated()} for real stations
     */
    public StationSetup(Clock clock, KdfCost cost) {
        this.clock = clock;
        this.cost = cost;
    }

    /** Name of the first account when nobody says otherwise. */
    public static String defaultUser() {
        return new SessionTexts().text("account.leader");
    }

    /**
     * Makes a station in a folder that has none.
     *
     * @param password overwritten by the caller
     */
    public Founding found(Path folder, NewStation wanted, char[] password) {
        Optional<String> problem = problem(wanted, password);
        if (problem.isPresent()) {
            return new Founding.Refused(problem.get(), Opening.Cause.WRONG_USE);
        }
        RecoverySheet[] sheet = new RecoverySheet[1];
        Opening opening = SignIn.guarded(folder, () -> {
            Made made = make(folder, wanted, password);
            sheet[0] = made.sheet();
            return new Opening.Opened(made.session());
        });
        if (opening instanceof Opening.Opened opened) {
            return new Founding.Founded(opened.session(), sheet[0]);
        }
        Opening.Refused refused = (Opening.Refused) opening;
        return new Founding.Refused(refused.messageKey(), refused.cause());
    }

    private static Optional<String> problem(NewStation wanted, char[] password) {
        if (wanted.name().isBlank()) {
            return Optional.of("station.name_missing");
        }
        if (!wanted.area().isEmpty() && AreaCode.parse(wanted.area()).isEmpty()) {
            return Optional.of("station.area");
        }
        return KeyRing.problem(wanted.user(), password).map(AccountChange.Reason::messageKey);
    }

    private record Made(StationSession session, RecoverySheet sheet) {
    }

    private Made make(Path folder, NewStation wanted, char[] password) {
        prepare(folder);
        KeyRing.Created keys = KeyRing.create(folder, wanted.user(), LEADER, password, cost);
        byte[] bytes = keys.key().bytes();
        try {
            StationFile file = StationFile.create(folder, bytes);
            file.use(new Seals(keys.ring(), keys.account(), keys.seal(), null, () -> LocalDate.now(clock)));
            Station station = new StationAssembly(clock).station(file, keys.account());
            StationSession session = new StationSession(station, keys.account(), keys.ring(), keys.key(), true);
            keepRecord(station, wanted);
            return new Made(session, new RecoverySheet(wanted.name().strip(), keys.ring().fileId(),
                LocalDate.now(clock), keys.recoveryKey()));
        } catch (RuntimeException e) {
            keys.seal().close();
            keys.key().close();
            throw e;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Keys must never be made beside a database that other keys open. */
    private static void prepare(Path folder) {
        if (Files.exists(folder.resolve(StationFile.FILE_NAME))) {
            throw new StationFileException(StationFileException.Reason.EXISTS, null);
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new KeyRingException(KeyRingException.Reason.NO_ACCESS, new UncheckedIOException(e));
        }
    }

    /** Writes the record of the station itself, with which its set-up ends. */
    public void keepRecord(Station station, NewStation wanted) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", wanted.name().strip());
        AreaCode.parse(wanted.area()).ifPresent(area -> {
            values.put("area", area.digits());
            values.put("code", area.digits());
        });
        values.put("month_rule", CALENDAR_MONTH);
        if (!wanted.profile().isBlank()) {
            values.put("profile", wanted.profile().strip());
        }
        station.saving().importAll("init", texts.text("step.init"), List.of(new RecordDraft("station",
            station.newId(), 0, RecordStatus.SUBMITTED, Origin.SYSTEM, null, values)));
    }
}
