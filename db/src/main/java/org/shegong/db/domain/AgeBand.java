package org.shegong.db.domain;

import java.time.LocalDate;

/** The age groups of the monthly report (code list AGE_BAND), youngest first. */
public enum AgeBand {
    AGE_0_5("0-5", 0, 5),
    AGE_6_13("6-13", 6, 13),
    AGE_14_17("14-17", 14, 17),
    AGE_18_34("18-34", 18, 34),
    AGE_35_59("35-59", 35, 59),
    AGE_60_79("60-79", 60, 79),
    AGE_80_UP("80+", 80, Integer.MAX_VALUE);

    private final String code;
    private final int from;
    private final int to;

    AgeBand(String code, int from, int to) {
        this.code = code;
        this.from = from;
        this.to = to;
    }

    /** The band as reports write it, such as {@code 6-13}. */
    public String code() {
        return code;
    }

    /** Lowest age in completed years, inclusive. */
    public int from() {
        return from;
    }

    /** Highest age, inclusive; {@link Integer#MAX_VALUE} for the last band. */
    public int to() {
        return to;
    }

    /** The band of an age in completed years; ages below 0 fall into the first. */
    public static AgeBand of(int age) {
        for (AgeBand band : values()) {
            if (age <= band.to) {
                return band;
            }
        }
        return AGE_80_UP;
    }

    /** The band a person is in on a date. */
    public static AgeBand on(LocalDate birth, LocalDate date) {
        return of(AgeOn.years(birth, date));
    }
}
