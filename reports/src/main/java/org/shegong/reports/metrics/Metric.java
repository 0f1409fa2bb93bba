package org.shegong.reports.metrics;

/** The one definition of a figure. Codes are the row codes of the monthly report (04 §2); a code that begins with an
 * underscore is an intermediate amount that no report shows. */
public sealed interface Metric permits CountedMetric, ComputedMetric, OpeningMetric, MissingMetric {
    /** Row code, unique. */
    String code();

    /** How the amount is shown. */
    Unit unit();

    /** What it says about a period. */
    Kind kind();

    /** How it becomes the figure of the year so far. */
    YearToDate yearToDate();

    /** Whether reports show it. */
    default boolean visible() {
        return !code().startsWith("_");
    }
}
