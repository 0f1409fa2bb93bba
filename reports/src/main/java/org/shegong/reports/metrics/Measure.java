package org.shegong.reports.metrics;

import org.jooq.Field;

/** What is taken from the rows of a figure. */
public sealed interface Measure {
    /** Counts the rows. */
    record Rows() implements Measure {
    }

    /** Adds up a number of each row; a missing number adds nothing. */
    record Total(Field<Long> amount) implements Measure {
    }

    /** Counts the different values of a column; missing values do not count. */
    record Distinct(Field<String> key) implements Measure {
    }
}
