package org.shegong.reports.printing;

/** For whom something is printed or exported (validation rules, section 7, M2). */
public enum Edition {
    /** Inside the station: plain values, marked as confidential. */
    INTERNAL,
    /** For others: names, numbers and addresses are masked. */
    EXTERNAL
}
