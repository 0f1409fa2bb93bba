package org.shegong.app.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.shegong.app.session.Founding;
import org.shegong.app.session.NewStation;
import org.shegong.app.session.Opening;
import org.shegong.app.session.SignIn;
import org.shegong.app.session.StationSession;
import org.shegong.app.session.StationSetup;
import org.shegong.db.Station;
import org.shegong.db.backup.Restore;
import org.shegong.db.security.KdfCost;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.StationFile;

/** Makes the demonstration station and opens it. Everybody knows its password; nobody in it exists. */
public final class DemoOpening {
    private static final String AREA = "450299101";
    private static final String STEP = "demo";
    private final Clock clock;
    private final SampleTexts texts = new SampleTexts();

    /** @param clock the records end on its day */
    public DemoOpening(Clock clock) {
        this.clock = clock;
    }

    /** The password when nobody chose another. */
    public static char[] password() {
        return new char[] {'s', 'h', 'e', 'g', 'o', 'n', 'g'};
    }

    /** True when the folder is missing or holds nothing. */
    public static boolean isEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The open demonstration station of a folder; made first when there is none, and filled when making it was broken
     * off.
     *
     * @throws IllegalStateException when something else is in the way
     */
    public StationSession open(Path folder) {
        Restore.finishInterrupted(folder);
        Opening opening = Files.exists(folder.resolve(StationFile.FILE_NAME))
            ? new SignIn(clock).open(folder, "", password()) : make(folder, "", password());
        if (opening instanceof Opening.Opened opened) {
            finish(opened.session());
            return opened.session();
        }
        throw new DemoRefused((Opening.Refused) opening);
    }

    /**
     * Makes the station with its records.
     *
     * @param user name of the account; empty for the leader
     */
    public Opening make(Path folder, String user, char[] password) {
        Founding founding = setup(clock).found(folder, wanted(user.isEmpty() ? StationSetup.defaultUser() : user), password);
        if (founding instanceof Founding.Refused refused) {
            return new Opening.Refused(refused.messageKey(), refused.cause());
        }
        StationSession session = ((Founding.Founded) founding).session();
        fill(session.station());
        return new Opening.Opened(session);
    }

    private static StationSetup setup(Clock clock) {
        return new StationSetup(clock, KdfCost.MINIMUM);
    }

    private NewStation wanted(String user) {
        return new NewStation(texts.text("station"), AREA, "", user);
    }

    private void fill(Station station) {
        station.saving().importAll(STEP, texts.text("step"), DemoRecords.until(LocalDate.now(clock), station::newId));
    }

    /** Whoever took the demonstration's records back, or went on from none, keeps what he has. */
    private void finish(StationSession session) {
        Station station = session.station();
        Map<String, Long> counts = counts(station);
        boolean named = counts.remove("station") != null;
        if (counts.isEmpty() && station.journal().last(STEP, session.account().id()).isEmpty()) {
            if (!named) {
                setup(clock).keepRecord(station, wanted(session.account().name()));
            }
            fill(station);
        }
    }

    /** How many records of each kind a station holds; kinds without any are left out. */
    public Map<String, Long> counts(Station station) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String form : station.forms().keys()) {
            long count = station.records().count(ListQuery.all(form));
            if (count > 0) {
                counts.put(form, count);
            }
        }
        return counts;
    }
}
