package org.shegong.app.session;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;

/** What the program takes for now. */
public final class ProgramClock {
    private ProgramClock() {
    }

    /**
     * A clock that shows the given day with the computer's time of day; it goes on ticking.
     *
     * @param today the day to believe in, or null for the computer's own
     */
    public static Clock on(LocalDate today) {
        Clock system = Clock.system(ZoneId.systemDefault());
        if (today == null) {
            return system;
        }
        LocalDate real = LocalDate.now(system);
        return Clock.offset(system, Duration.between(real.atStartOfDay(), today.atStartOfDay()));
    }
}
