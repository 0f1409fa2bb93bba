package org.shegong.db.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What became of a text that should be a date. */
public sealed interface DateReading {

    /** One date and no doubt. */
    record Read(LocalDate date) implements DateReading {
    }

    /** The text could mean several dates, such as 7/8/25; a person must choose. At least one, ascending. */
    record Ambiguous(List<LocalDate> candidates) implements DateReading {
    }

    /** No date, or one that the calendar does not have. */
    record Unreadable() implements DateReading {
    }

    /** The date when there is exactly one reading. */
    default Optional<LocalDate> certain() {
        return this instanceof Read read ? Optional.of(read.date()) : Optional.empty();
    }
}
