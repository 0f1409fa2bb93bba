package org.shegong.reports.ledger.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.shegong.reports.ledger.read.Grid;
import org.shegong.reports.ledger.read.GridRow;
import org.shegong.reports.ledger.recognise.HeadingText;
import org.shegong.reports.ledger.recognise.KindSpec;
import org.shegong.reports.ledger.recognise.LedgerWords;
import org.shegong.reports.ledger.recognise.Recogniser;
import org.shegong.reports.ledger.recognise.SheetMapping;

/** Reads the records of a sheet, following repeated headers and headers of another kind further down. */
public final class SheetParser {

    private final LedgerWords words;
    private final Recogniser recogniser;
    private final RowFilter filter;
    private final RowParser parser;

    /**
     * A parser of one import.
     *
     * @param today    dates after it are refused
     * @param villages whether the register has a village of a name, the rosters of this import included
     */
    public SheetParser(LedgerWords words, LedgerCodes codes, LocalDate today, Predicate<String> villages) {
        this.words = words;
        this.recogniser = new Recogniser(words, codes::knows);
        this.filter = new RowFilter(words);
        this.parser = new RowParser(words, codes, today, villages);
    }

    /**
     * The records below a header, in one section per kind.
     *
     * @param start the header to begin with
     */
    public List<Section> parse(Grid grid, SheetMapping start) {
        List<Section> sections = new ArrayList<>();
        SheetMapping current = start;
        SheetMapping sectionMapping = start;
        List<ParsedRow> rows = new ArrayList<>();
        int skipUntil = start.lastRow();
        for (int i = 0; i < grid.rows().size(); i++) {
            GridRow row = grid.rows().get(i);
            if (row.number() <= skipUntil) {
                continue;
            }
            if (repeats(row, current)) {
                continue;
            }
            Optional<SheetMapping> header = recogniser.headerAt(grid, i, current.kind());
            if (header.isPresent()) {
                SheetMapping next = followed(current, header.get());
                if (next.kind() != current.kind()) {
                    sections.add(new Section(sectionMapping, List.copyOf(rows)));
                    sectionMapping = next;
                    rows = new ArrayList<>();
                }
                current = next;
                skipUntil = next.lastRow();
                continue;
            }
            KindSpec spec = words.kind(current.kind());
            if (filter.isRecord(grid, row, current, spec.fields())) {
                rows.add(parser.parse(row, current, spec.fields(), grid.fromText()));
            }
        }
        sections.add(new Section(sectionMapping, List.copyOf(rows)));
        return List.copyOf(sections);
    }

    /** Whether the row has the headings of the header once more, all of them in their columns. */
    private static boolean repeats(GridRow row, SheetMapping current) {
        int same = 0;
        for (int column = 0; column < Math.max(row.cells().size(), current.headings().size()); column++) {
            String heading = column < current.headings().size() ? HeadingText.full(current.headings().get(column)) : "";
            if (!heading.equals(HeadingText.full(row.cell(column).text()))) {
                return false;
            }
            same += heading.isEmpty() ? 0 : 1;
        }
        return same >= 2;
    }

    /** A repetition of the same headings keeps what a person may have changed in the mapping. */
    private static SheetMapping followed(SheetMapping current, SheetMapping found) {
        if (current.headings().equals(found.headings())) {
            return new SheetMapping(current.kind(), found.firstRow(), found.lastRow(), current.columns(),
                    current.headings());
        }
        return found;
    }
}
