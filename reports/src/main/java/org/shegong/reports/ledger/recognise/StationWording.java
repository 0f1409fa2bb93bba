package org.shegong.reports.ledger.recognise;

/**
 * A heading that a station uses and has told the program once.
 *
 * @param kind    key of the kind of ledger
 * @param field   key of the column
 * @param wording the heading as it stands in the ledger
 */
public record StationWording(String kind, String field, String wording) {
}
