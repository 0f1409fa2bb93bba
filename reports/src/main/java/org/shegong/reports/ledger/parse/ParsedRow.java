package org.shegong.reports.ledger.parse;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a ledger with its cells read.
 *
 * @param number   row number a person sees
 * @param values   by field key; blank and unreadable cells are absent. Types: TEXT, NAME, VILLAGE, ID, PHONE,
 *                 WORKER, KEY String; PEOPLE, WORKERS list of {@link NamedPerson}; DATE LocalDate; MINUTES,
 *                 COUNT, MONEY (fen) Long; BOOL Boolean; CODE String; CODES list of String
 * @param raw      the text of every mapped cell that is not blank, by field key
 * @param cells    the texts of the whole row, from the first column on, for the correction workbook
 * @param problems reasons to refuse the row, in the order of the kind's columns; may be empty
 * @param warnings what a person should look at; may be empty
 */
public record ParsedRow(int number, Map<String, Object> values, Map<String, String> raw, List<String> cells,
                        List<Problem> problems, List<Problem> warnings) {

    /** Text of a field; empty when it has none. */
    public String text(String field) {
        return values.get(field) instanceof String text ? text : "";
    }

    /** Date of a field. */
    public Optional<LocalDate> date(String field) {
        return values.get(field) instanceof LocalDate date ? Optional.of(date) : Optional.empty();
    }

    /** Number of a field; 0 when it has none. */
    public long number(String field) {
        return values.get(field) instanceof Long number ? number : 0;
    }

    /** Whether the field has a value. */
    public boolean has(String field) {
        return values.containsKey(field);
    }

    /** Persons of a field; empty when it names none. */
    @SuppressWarnings("unchecked")
    public List<NamedPerson> people(String field) {
        return values.get(field) instanceof List<?> list ? (List<NamedPerson>) list : List.of();
    }

    /** Codes of a field; empty when it has none. */
    @SuppressWarnings("unchecked")
    public List<String> codes(String field) {
        return values.get(field) instanceof List<?> list ? (List<String>) list : List.of();
    }
}
