package org.shegong.reports.ledger.parse;

/**
 * A person as a ledger names one.
 *
 * @param name    normalised name
 * @param village what is written about the village, else empty
 */
public record NamedPerson(String name, String village) {
}
