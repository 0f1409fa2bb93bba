package org.shegong.reports.ledger.plan;

import java.util.List;
import org.shegong.reports.ledger.parse.Problem;

/** What becomes of a row. */
public sealed interface RowOutcome {

    /**
     * New records.
     *
     * @param records how many of the row's kind
     */
    record Accepted(int records) implements RowOutcome {
    }

    /** The station has it already. */
    record Unchanged() implements RowOutcome {
    }

    /** The station has it; something in it changes. */
    record Updated() implements RowOutcome {
    }

    /**
     * Not taken.
     *
     * @param problems why, the most important first; never empty
     */
    record Refused(List<Problem> problems) implements RowOutcome {
    }

    /** A refusal for one reason. */
    static RowOutcome refused(String field, String code, Object... args) {
        return new Refused(List.of(Problem.of(field, code, args)));
    }
}
