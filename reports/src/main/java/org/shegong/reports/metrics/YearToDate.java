package org.shegong.reports.metrics;

/** How a figure of one month becomes the figure of the year so far. */
public enum YearToDate {
    /** Not shown: a stock says nothing about a longer period (R7). */
    NONE,
    /** The months' figures added up (R6). */
    SUM,
    /** Counted again over the whole year, each person, household or case once (R5). */
    DISTINCT,
    /** Worked out again from the year's figures. */
    COMPUTED
}
