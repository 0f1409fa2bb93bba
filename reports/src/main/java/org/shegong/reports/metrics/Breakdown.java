package org.shegong.reports.metrics;

import java.util.Comparator;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * A figure split by something of which every row has exactly one value, so that the parts add up to the figure (R9).
 * Rows without a value stand under {@code unknown}.
 *
 * @param code      row code of the figure split
 * @param dimension name of the split: category, sex, age, type …
 * @param source    rows of the split; for persons served one row for each person
 * @param measure   what is taken from them
 * @param value     column that splits
 */
public record Breakdown(String code, String dimension, FactSource source, Measure measure, Field<String> value) {
    /** A split that only the attached list of villages shows. */
    public static final String VILLAGE = "village";
    /** Order of values: numbers by size ({@code 2} before {@code 10}, {@code 6-13} before {@code 14-17}), words after. */
    public static final Comparator<String> ORDER = Comparator.<String>comparingInt(Breakdown::leadingNumber)
            .thenComparing(Comparator.naturalOrder());
    private static final Measure ROWS = new Measure.Rows();
    /** Village, or nothing. */
    static final Field<String> PLACE = DSL.coalesce(FactSource.VILLAGE, DSL.inline(""));

    private static int leadingNumber(String value) {
        int end = 0;
        while (end < value.length() && end < 6 && Character.isDigit(value.charAt(end))) {
            end++;
        }
        return end == 0 ? Integer.MAX_VALUE : Integer.parseInt(value.substring(0, end));
    }

    /** Whether the report's table shows it. */
    boolean printed() {
        return !dimension.equals(VILLAGE);
    }

    static List<Breakdown> all() {
        return List.of(
                new Breakdown("B03", "reason", ClientFacts.CLOSED, ROWS, FactSource.text("reason")),
                new Breakdown("B04", "category", ClientFacts.REGISTER, ROWS, ClientFacts.CATEGORY),
                new Breakdown("B04", "sex", ClientFacts.REGISTER, ROWS, ClientFacts.SEX),
                new Breakdown("B04", "age", ClientFacts.REGISTER, ROWS, ClientFacts.AGE),
                new Breakdown("B06", "category", ServedFacts.PERSONS, ROWS, ClientFacts.CATEGORY),
                new Breakdown("B06", "sex", ServedFacts.PERSONS, ROWS, ClientFacts.SEX),
                new Breakdown("B06", "age", ServedFacts.PERSONS, ROWS, ClientFacts.AGE),
                new Breakdown("B04", VILLAGE, ClientFacts.REGISTER, ROWS, PLACE),
                new Breakdown("B06", VILLAGE, ServedFacts.PERSONS, ROWS, PLACE),
                new Breakdown("C14", "field", CaseFacts.OPEN, ROWS, CaseFacts.FIELD),
                new Breakdown("C14", "category", CaseFacts.OPEN, ROWS, ClientFacts.CATEGORY),
                new Breakdown("C14", "problem", CaseFacts.OPEN, ROWS, CaseFacts.PROBLEM),
                new Breakdown("D10", "type", GroupFacts.SESSIONS, new Measure.Distinct(GroupFacts.GROUP), GroupFacts.TYPE),
                new Breakdown("G01", "contact", CommunityFacts.CONSULTATIONS, ROWS, CommunityFacts.CONTACT),
                new Breakdown("G01", "kind", CommunityFacts.CONSULTATIONS, ROWS, CommunityFacts.KIND),
                new Breakdown("H01", "target", ResourceFacts.REFERRALS, ROWS, ResourceFacts.TARGET));
    }
}
