package org.shegong.app.backups;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.shegong.app.i18n.Texts;

/**
 * When a station was last copied.
 *
 * @param own newest copy in the station's folder; empty when there is none
 * @param secondNamed whether a second disk is named
 * @param secondThere whether it can be reached now
 * @param second newest copy known on the second disk; empty when none was ever made
 */
public record CopyAges(Optional<LocalDateTime> own, boolean secondNamed, boolean secondThere,
                       Optional<LocalDateTime> second) {
    private static final int DAY = 24;
    /** Before anything is known. */
    static final CopyAges UNKNOWN = new CopyAges(Optional.empty(), false, false, Optional.empty());

    /** The copy that a lost or burnt computer would leave: the second disk's when one is named. */
    private Optional<LocalDateTime> decisive() {
        return secondNamed ? second : own;
    }

    /** Days since the copy that counts; empty when there is none. */
    public Optional<Long> days(Clock clock) {
        return decisive().map(made -> ChronoUnit.DAYS.between(made, LocalDateTime.now(clock)));
    }

    /** True when the copy that counts is missing on a named disk or older than so many days. */
    public boolean isOld(int limit, Clock clock) {
        return days(clock).map(days -> days >= limit).orElse(secondNamed);
    }

    /** The line at the bottom of the window. */
    String line(Texts texts, Clock clock) {
        String first = own.map(made -> texts.get("copies.line", age(made, texts, clock)))
            .orElse(texts.get("status.no_backup"));
        if (!secondNamed) {
            return first;
        }
        String state = second.map(made -> age(made, texts, clock)).orElse(texts.get("copies.never"));
        return first + " · " + texts.get(secondThere ? "copies.second" : "copies.second_away", state);
    }

    /** How long ago, in words. */
    public static String age(LocalDateTime made, Texts texts, Clock clock) {
        long hours = ChronoUnit.HOURS.between(made, LocalDateTime.now(clock));
        return hours < 1 ? texts.get("status.just_now") : hours < 2 * DAY ? texts.get("status.hours", hours)
            : texts.get("status.days", hours / DAY);
    }
}
