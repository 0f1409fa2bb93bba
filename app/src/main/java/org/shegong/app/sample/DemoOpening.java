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
     * The open demonstration station of a folder; made first when there is none.
     *
     * @throws IllegalStateException when something else is in the way
     */
    public StationSession open(Path folder) {
        Restore.finishInterrupted(folder);
        Opening opening = Files.exists(folder.resolve(StationFile.FILE_NAME))
            ? new SignIn(clock).open(folder, "", password()) : make(folder, "", password());
        if (opening instanceof Opening.Opened opened) {
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
        StationSetup setup = new StationSetup(clock, KdfCost.MINIMUM);
        Founding founding = setup.found(folder, new NewStation(texts.text("station"), AREA, "",
            user.isEmpty() ? StationSetup.defaultUser() : user), password);
        if (founding instanceof Founding.Refused refused) {
            return new Opening.Refused(refused.messageKey(), refused.cause());
        }
        StationSession session = ((Founding.Founded) founding).session();
        Station station = session.station();
        station.saving().importAll("demo", texts.text("step"), DemoRecords.until(LocalDate.now(clock), station::newId));
        return new Opening.Opened(session);
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
