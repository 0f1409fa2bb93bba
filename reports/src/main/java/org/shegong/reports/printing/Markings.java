package org.shegong.reports.printing;

import java.text.MessageFormat;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;
import org.shegong.db.Station;
import org.shegong.reports.document.Marking;

/** The marks of an edition (validation rules, section 7, M2): header, and who made it and when across every page. */
public final class Markings {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private Markings() {
    }

    /** The marks of a document that somebody at this station makes now. */
    public static Marking of(Station station, Edition edition) {
        ResourceBundle words = words();
        return edition == Edition.INTERNAL
            ? new Marking(words.getString("internal_header"), station.actor().name() + " " + now(station))
            : new Marking(words.getString("external"), "");
    }

    /** Who made a document and when, in words. */
    static String madeBy(Station station) {
        return MessageFormat.format(words().getString("printed_by"), station.actor().name(), now(station));
    }

    private static String now(Station station) {
        return MINUTE.format(LocalDateTime.now(station.clock()));
    }

    private static ResourceBundle words() {
        return ResourceBundle.getBundle("org.shegong.reports.printing");
    }
}
