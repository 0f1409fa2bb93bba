package org.shegong.reports.metrics;

import java.util.Map;

/** What a report says of everything but the people served, and who stands on the register. */
public final class OtherReading {
    private final RegisterCounts register;
    private final Map<String, Counts> counts;
    private final Map<String, Map<String, Map<String, Long>>> parts;
    private final Map<String, Map<String, Map<String, Long>>> previous;
    private final Map<String, Map<String, Map<String, Long>>> year;

    /**
     * @param register who stands on the register
     * @param counts   all other figures by code
     * @param parts    the parts of split figures in the month: row code, dimension, value in code order
     * @param previous in the month before
     * @param year     of flows, in the year up to the month
     */
    OtherReading(RegisterCounts register, Map<String, Counts> counts, Map<String, Map<String, Map<String, Long>>> parts,
                 Map<String, Map<String, Map<String, Long>>> previous, Map<String, Map<String, Map<String, Long>>> year) {
        this.register = register;
        this.counts = counts;
        this.parts = parts;
        this.previous = previous;
        this.year = year;
    }

    RegisterCounts register() {
        return register;
    }

    Map<String, Counts> counts() {
        return counts;
    }

    Map<String, Map<String, Map<String, Long>>> parts() {
        return parts;
    }

    Map<String, Map<String, Map<String, Long>>> previous() {
        return previous;
    }

    Map<String, Map<String, Map<String, Long>>> year() {
        return year;
    }
}
