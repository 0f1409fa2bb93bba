package org.shegong.db.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Moments as the station's file keeps them. */
public final class InstantText {
    private static final DateTimeFormatter MILLISECONDS = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private InstantText() {
    }

    /**
     * Now, in UTC, always with three digits of the second: {@link java.time.Instant#toString} leaves them out in the
     * first millisecond of a second, and such a text would sort behind the whole second.
     */
    public static String now(Clock clock) {
        return of(clock.instant());
    }

    /** A moment in that form; what is less than a millisecond is left out. */
    public static String of(Instant instant) {
        return MILLISECONDS.format(instant);
    }
}
