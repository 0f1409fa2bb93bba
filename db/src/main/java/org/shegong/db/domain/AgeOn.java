package org.shegong.db.domain;

import java.time.LocalDate;
import java.time.Period;

/** Age in completed years on a business date, never on "today" by itself (rules document §1, derivations). */
public final class AgeOn {
    private AgeOn() {
    }

    /**
     * Completed years. Someone born on 29 February turns a year older on 1 March of a common year.
     *
     * @return negative or 0 when {@code date} lies before the first birthday
     */
    public static int years(LocalDate birth, LocalDate date) {
        return Period.between(birth, date).getYears();
    }

    /** The first day on which a person is {@code age} years old; 1 March for 29 February in common years. */
    public static LocalDate birthday(LocalDate birth, int age) {
        LocalDate day = birth.plusYears(age);
        return day.getDayOfMonth() == birth.getDayOfMonth() ? day : day.plusDays(1);
    }
}
