package org.shegong.reports.ledger.recognise;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A column that a kind of ledger may have.
 *
 * @param key      its key within the kind
 * @param type     how its cells are read
 * @param list     the code list of CODE and CODES, else empty
 * @param required whether a row counts only with a readable value here
 * @param keep     whether the value belongs to what tells one row from another
 * @param wordings its headings, the station's own included; the first is used in exports
 * @param own      those that the station has taught the program, tried before all others; may be empty
 * @param hints    what headings that nobody foresaw have in them, tried last; may be empty
 */
public record LedgerField(String key, Type type, String list, boolean required, boolean keep,
                          List<String> wordings, List<String> own, List<Pattern> hints) {

    /** Longer texts are no headings; hints are patterns, which take their time on long ones. */
    private static final int LONGEST_HEADING = 80;

    /** How a cell is read. */
    public enum Type {
        TEXT, NAME, PEOPLE, VILLAGE, ID, PHONE, DATE, MINUTES, COUNT, MONEY, BOOL, CODE, CODES, WORKER, WORKERS, KEY,
        SEQ
    }

    /** Whether every kind may have this column, so that it says nothing about the kind. */
    public boolean common() {
        return LedgerWords.COMMON_FIELDS.contains(key);
    }

    /** Whether a heading in its match form is one that nobody foresaw but that can hardly mean anything else. */
    boolean hintedBy(String heading) {
        return heading.length() <= LONGEST_HEADING && hints.stream().anyMatch(hint -> hint.matcher(heading).find());
    }

    /** Whether the hint of this rank fits a heading in its match form; false when the field has fewer hints. */
    boolean hintedBy(int rank, String heading) {
        return rank < hints.size() && hints.get(rank).matcher(heading).find();
    }

    /** Whether the station has said that this heading is the field's. */
    boolean taught(String heading) {
        String form = HeadingText.full(heading);
        return !form.isEmpty() && own.stream().map(HeadingText::full).anyMatch(form::equals);
    }

    /** The heading in exported ledgers. */
    public String heading() {
        return wordings.get(0);
    }
}
