package org.shegong.reports.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Works out a figure from the stored amounts of others. */
@FunctionalInterface
public interface Formula {
    /** The amount, or null if it does not apply (a share of nothing, for one). */
    BigDecimal apply(Amounts amounts);

    /** The amounts of one period by code. */
    interface Amounts {
        /** The stored amount, or null if the figure does not apply. */
        BigDecimal orNull(String code);

        /** The stored amount; a figure that does not apply counts as 0. */
        default BigDecimal of(String code) {
            BigDecimal amount = orNull(code);
            return amount == null ? BigDecimal.ZERO : amount;
        }
    }

    /** a + b + … */
    static Formula sum(String... codes) {
        return amounts -> {
            BigDecimal sum = BigDecimal.ZERO;
            for (String code : codes) {
                sum = sum.add(amounts.of(code));
            }
            return sum;
        };
    }

    /** part / whole in percent, one decimal, half up; null if the whole is 0 (R13). */
    static Formula percent(String part, String whole) {
        return amounts -> {
            BigDecimal of = amounts.of(whole);
            return of.signum() == 0 ? null
                    : amounts.of(part).multiply(BigDecimal.valueOf(100)).divide(of, 1, RoundingMode.HALF_UP);
        };
    }
}
