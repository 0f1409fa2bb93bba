package org.shegong.reports.metrics;

/** What a figure says about a period (monthly report §2: S, F and K). */
public enum Kind {
    /** The state at the end of the period's last day. */
    STOCK,
    /** What happened within the period. */
    FLOW,
    /** Worked out from other figures. */
    COMPUTED
}
