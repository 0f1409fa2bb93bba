package org.shegong.reports.ledger.recognise;

import java.util.List;
import java.util.stream.Stream;

/**
 * Headings for sheets that the program writes for itself to read: each means its field alone, so that the sheet is
 * recognised whatever its cells hold. Immutable.
 */
public final class SureHeadings {

    private final LedgerWords words;
    private final ColumnMatcher matcher;
    private final String leftOut;

    /** Headings in these words, which the reader of the sheet has to have as well. */
    public SureHeadings(LedgerWords words) {
        this.words = words;
        this.matcher = new ColumnMatcher(words);
        this.leftOut = words.list(LedgerWords.LEFT_OUT).get(0);
    }

    /**
     * The heading of a field's column: the sheet's own where it means that field and no other, else a usual one that
     * does. Where a station has taught all of them to other fields, the first usual one, which is not sure.
     *
     * @param own what the column is called in the sheet; may be empty
     */
    public String of(KindSpec spec, LedgerField field, String own) {
        return Stream.concat(Stream.of(own), field.wordings().stream())
                .filter(heading -> matcher.sure(spec, field, heading)).findFirst().orElse(field.heading());
    }

    /** The heading of a column that belongs to no field, so marked that it is not taken for one; empty stays empty. */
    public String leftOut(String own) {
        return own.isEmpty() || own.startsWith(leftOut) ? own : leftOut + own;
    }

    /** A name of a sheet that says of which kind it is; longer than Excel allows where the sheet's own is long. */
    public String sheetName(LedgerKind kind, String own) {
        String title = words.kind(kind).titles().get(0);
        return own.startsWith(title) ? own : title + " " + own;
    }

    /** The required fields that a sheet has no column for, in the order of exports. */
    public List<LedgerField> lacking(SheetMapping mapping) {
        return words.kind(mapping.kind()).fields().stream()
                .filter(field -> field.required() && !mapping.columns().containsKey(field.key())).toList();
    }
}
