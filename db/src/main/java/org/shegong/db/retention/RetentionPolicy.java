package org.shegong.db.retention;

import java.time.LocalDate;
import org.shegong.db.domain.AgeOn;

/**
 * How long one kind of record is kept.
 *
 * @param key its name
 * @param form whose records
 * @param years counted from the start
 * @param bundledYears the default that comes with the program, to be verified by the station
 * @param after18 years beyond the 18th birthday that a person under age keeps his file at least; 0 for none
 * @param start SQL of the day from which the years count
 * @param open SQL of when the record is still in use
 * @param birth SQL of the person's birth; empty where no longer time holds for persons under age
 */
public record RetentionPolicy(String key, String form, int years, int bundledYears, int after18, String start,
                              String open, String birth) {
    private static final int OF_AGE = 18;

    /** The same with the station's own number of years. */
    RetentionPolicy withYears(int own) {
        return new RetentionPolicy(key, form, own, bundledYears, after18, start, open, birth);
    }

    /**
     * The first day on which the record may be erased.
     *
     * @param from day from which the years count
     * @param born of the person; null when unknown or of no matter
     */
    LocalDate due(LocalDate from, LocalDate born) {
        LocalDate due = from.plusYears(years);
        if (born == null || after18 == 0) {
            return due;
        }
        LocalDate grownUp = AgeOn.birthday(born, OF_AGE).plusYears(after18);
        return grownUp.isAfter(due) ? grownUp : due;
    }
}
