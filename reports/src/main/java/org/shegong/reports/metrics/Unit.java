package org.shegong.reports.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a figure is shown: what its stored amount is divided by and how many decimals stay. Amounts are summed as they are
 * stored and rounded once, half up (monthly report rules R12, R13, R19).
 */
public enum Unit {
    /** People, person-times, households, events: whole numbers. */
    COUNT(1, 0),
    /** Stored minutes shown as hours with one decimal. */
    HOURS(60, 1),
    /** Stored fen shown as yuan with two decimals. */
    YUAN(100, 2),
    /** A share in percent with one decimal. */
    PERCENT(1, 1),
    /** 1 for yes, 0 for no. */
    FLAG(1, 0);

    private final BigDecimal divisor;
    private final int decimals;

    Unit(int divisor, int decimals) {
        this.divisor = BigDecimal.valueOf(divisor);
        this.decimals = decimals;
    }

    /** Decimals a figure of this unit is shown with. */
    public int decimals() {
        return decimals;
    }

    /** The figure for a stored amount; null stays null (does not apply). */
    public BigDecimal shown(BigDecimal stored) {
        return stored == null ? null : stored.divide(divisor, decimals, RoundingMode.HALF_UP);
    }
}
