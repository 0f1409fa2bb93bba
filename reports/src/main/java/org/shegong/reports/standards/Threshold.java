package org.shegong.reports.standards;

/**
 * One threshold and where it comes from.
 *
 * @param key      name used by the program
 * @param value    the number
 * @param unit     unit as shown to people
 * @param document title of the source document
 * @param clause   clause within it
 * @param quote    the words of the clause
 * @param verified false if it rests on practice and is to be confirmed
 */
public record Threshold(String key, int value, String unit, String document, String clause, String quote,
                        boolean verified) {
}
