package org.shegong.reports.ledger.plan;

import java.util.List;
import org.shegong.reports.ledger.parse.ParsedRow;
import org.shegong.reports.ledger.parse.Problem;
import org.shegong.reports.ledger.recognise.SheetMapping;

/**
 * What becomes of the rows of a section.
 *
 * @param mapping   how they were read
 * @param rows      how many there are
 * @param accepted  rows that make records
 * @param records   records of the kind that they make
 * @param unchanged rows that the station has already
 * @param updated   rows that change what the station has
 * @param refused   rows not taken, in order
 * @param remarks   what a person should look at, in order
 */
public record SectionResult(SheetMapping mapping, int rows, int accepted, int records, int unchanged, int updated,
                            List<Refusal> refused, List<Remark> remarks) {

    /**
     * A row not taken.
     *
     * @param problems why, the most important first; never empty
     */
    public record Refusal(ParsedRow row, List<Problem> problems) {
    }

    /** A remark about a row that is taken. */
    public record Remark(ParsedRow row, Problem problem) {
    }
}
