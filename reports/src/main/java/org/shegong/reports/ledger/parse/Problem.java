package org.shegong.reports.ledger.parse;

import java.util.List;

/**
 * What is wrong with one cell of a row.
 *
 * @param field key of the column
 * @param code  stable code, which is also the key of its message after {@code ledger.}
 * @param args  what the message names; never personal data
 */
public record Problem(String field, String code, List<Object> args) {

    /** A problem whose message names these things. */
    public static Problem of(String field, String code, Object... args) {
        return new Problem(field, code, List.of(args));
    }
}
