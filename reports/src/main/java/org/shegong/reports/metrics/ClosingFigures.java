package org.shegong.reports.metrics;

import java.math.BigDecimal;
import java.util.Optional;
import org.shegong.db.domain.StatMonth;

/** Figures of earlier months that stand as they were reported, whatever the records say now. */
@FunctionalInterface
public interface ClosingFigures {
    /** No earlier report: everything is counted. */
    ClosingFigures NONE = (month, code) -> Optional.empty();

    /** The reported figure of a month, as shown (hours, yuan); empty if it is to be counted. */
    Optional<Reported> figure(StatMonth month, String code);

    /**
     * A figure that stands.
     *
     * @param value  as shown on the report
     * @param origin where it comes from
     */
    record Reported(BigDecimal value, Origin origin) {
    }

    /** Where an opening figure comes from. */
    enum Origin {
        /** The last locked version of the month's report. */
        REPORT,
        /** Typed in once from the last paper report. */
        TYPED,
        /** Counted from the records. */
        COUNTED
    }
}
