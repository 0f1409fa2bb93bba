package org.shegong.reports.ledger.recognise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shegong.reports.ledger.read.Cell;
import org.shegong.reports.ledger.read.Grid;
import org.shegong.reports.ledger.read.GridRow;

/** Finds the header of a sheet and says what kind of ledger it heads. Stateless between calls. */
public final class Recogniser {

    /** A header stands near the top; below, only repetitions are looked for. */
    private static final int ROWS_SEARCHED = 40;
    private static final int CLEAR_HITS = 4;
    private static final int LONGEST_HEADING = 40;
    private static final int LONGEST_GUESSED = 20;
    private static final double CLEARLY_WORSE = 0.4;
    /** More than any headings weigh: the program wrote this sheet and said what it is. */
    private static final double OWN_SHEET = 1000;

    private final LedgerWords words;
    private final Set<String> known = new HashSet<>();
    private final ColumnMatcher matcher;
    private final BiPredicate<String, String> codes;
    private final List<String> otherMatters;
    private final Set<String> stationTitles;
    private final List<String> leftOut;

    /**
     * A recogniser with these words, the station's own included.
     *
     * @param codes whether a code list (first) knows a text (second); tells columns by what stands in them
     */
    public Recogniser(LedgerWords words, BiPredicate<String, String> codes) {
        this.words = words;
        this.codes = codes;
        this.matcher = new ColumnMatcher(words);
        this.otherMatters = words.list("other_matters");
        this.stationTitles = words.set("station_titles");
        this.leftOut = words.list(LedgerWords.LEFT_OUT);
        for (KindSpec spec : words.kinds()) {
            spec.fields().forEach(field -> field.wordings().forEach(w -> known.add(HeadingText.full(w))));
        }
    }

    /** The mapping of a sheet's first header; empty when nothing in it looks like a ledger. */
    public Optional<SheetMapping> recognise(Grid grid, String fileName) {
        return firstHeader(grid, fileName, this::looksLikeHeader).or(() -> firstHeader(grid, fileName, this::mayBeHeader));
    }

    private Optional<SheetMapping> firstHeader(Grid grid, String fileName, Predicate<GridRow> test) {
        List<ColumnMatcher.Match> found = new ArrayList<>();
        List<String> above = new ArrayList<>();
        for (int i = 0; i < Math.min(ROWS_SEARCHED, grid.rows().size()); i++) {
            if (test.test(grid.rows().get(i))) {
                ColumnMatcher.Match match = bestAt(grid, i, new Titles(grid.name(), List.copyOf(above), fileName), null);
                if (match != null) {
                    found.add(match);
                }
            }
            grid.rows().get(i).cells().stream().filter(cell -> !cell.isBlank()).forEach(cell -> above.add(cell.text()));
        }
        // The first header counts, unless it is a poor one above a real one.
        double best = found.stream().mapToDouble(ColumnMatcher.Match::score).max().orElse(0);
        return found.stream().filter(match -> match.complete() || match.score() >= Math.min(best, best * CLEARLY_WORSE)).findFirst()
                .map(ColumnMatcher.Match::mapping);
    }

    /**
     * The mapping of a header at a row, if one stands there.
     *
     * @param index    index of the row in the grid
     * @param expected the kind of the records above, preferred when both fit; null for none
     */
    public Optional<SheetMapping> headerAt(Grid grid, int index, LedgerKind expected) {
        if (!looksLikeHeader(grid.rows().get(index)) && !isTopOfHeader(grid, index)) {
            return Optional.empty();
        }
        return Optional.ofNullable(bestAt(grid, index, new Titles(grid.name(), List.of(), ""), expected))
                .map(ColumnMatcher.Match::mapping);
    }

    /** The mapping when a person has chosen the kind and the header's first row; columns as far as known. */
    public SheetMapping mapping(Grid grid, LedgerKind kind, int firstRow) {
        int index = 0;
        while (index < grid.rows().size() - 1 && grid.rows().get(index).number() < firstRow) {
            index++;
        }
        ColumnMatcher.Match single = match(words.kind(kind), HeaderRows.single(grid, index), grid);
        ColumnMatcher.Match both = HeaderRows.pair(grid, index, this::isKnown)
                .map(header -> match(words.kind(kind), header, grid)).orElse(single);
        return (both.score() > single.score() ? both : single).mapping();
    }

    private ColumnMatcher.Match match(KindSpec spec, HeaderRows header, Grid grid) {
        return matcher.match(spec, header, new ColumnContents(grid, header.lastRow(), words, codes));
    }

    private ColumnMatcher.Match bestAt(Grid grid, int index, Titles titles, LedgerKind expected) {
        List<HeaderRows> candidates = new ArrayList<>();
        candidates.add(HeaderRows.single(grid, index));
        HeaderRows.pair(grid, index, this::isKnown).ifPresent(candidates::add);
        ColumnMatcher.Match best = null;
        double bestScore = 0;
        boolean otherMatter = titles.areOf(otherMatters);
        for (HeaderRows header : candidates) {
            ColumnContents contents = new ColumnContents(grid, header.lastRow(), words, codes);
            for (KindSpec spec : words.kinds()) {
                ColumnMatcher.Match match = matcher.match(spec, header, contents);
                if (otherMatter && !match.telling() && !titles.speakOf(spec, stationTitles)) {
                    continue;
                }
                double around = titles.bonus(spec) + (spec.kind() == expected ? 2 : 0)
                        + (match.corrects() && titles.name(spec) ? OWN_SHEET : 0);
                double score = match.score() + around;
                if (match.plausible(around) && score > bestScore) {
                    best = match;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    /** Enough cells are words of headings, and none is a number or a date. */
    private boolean looksLikeHeader(GridRow row) {
        int hits = 0;
        int filled = 0;
        String before = null;
        for (Cell cell : row.cells()) {
            if (cell.isBlank() || cell.text().equals(before)) {
                continue;
            }
            before = cell.text();
            filled++;
            if (cell.kind() != Cell.Kind.TEXT) {
                return false;
            }
            hits += cell.text().length() <= LONGEST_HEADING && isKnown(cell.text()) ? 1 : 0;
            if (filled >= CLEAR_HITS && hits == 0) {
                return false;
            }
        }
        return hits >= CLEAR_HITS || hits >= 2 && hits * 2 >= filled;
    }

    /** The upper of two rows: words over several columns, and headings below them. */
    private boolean isTopOfHeader(Grid grid, int index) {
        GridRow row = grid.rows().get(index);
        boolean texts = row.cells().stream().allMatch(cell -> cell.isBlank() || cell.kind() == Cell.Kind.TEXT);
        return texts && row.filled() >= 2 && index + 1 < grid.rows().size()
                && grid.rows().get(index + 1).number() == row.number() + 1
                && grid.spans().stream().anyMatch(span -> span.firstRow() == row.number() && span.width() > 1)
                && looksLikeHeader(grid.rows().get(index + 1));
    }

    /** Short texts alone, most of which could be headings that nobody foresaw. */
    private boolean mayBeHeader(GridRow row) {
        List<Cell> filled = row.cells().stream().filter(cell -> !cell.isBlank()).toList();
        long hits = filled.stream().filter(cell -> isKnown(cell.text()) || isHinted(cell.text())).count();
        return filled.size() >= 2 && hits * 2 >= filled.size() && filled.stream().allMatch(cell ->
                cell.kind() == Cell.Kind.TEXT && cell.text().length() <= LONGEST_GUESSED);
    }

    private boolean isHinted(String text) {
        String heading = HeadingText.full(text);
        return words.kinds().stream().flatMap(spec -> spec.fields().stream()).anyMatch(field -> field.hintedBy(heading));
    }

    private boolean isKnown(String text) {
        return known.contains(HeadingText.full(text)) || known.contains(HeadingText.bare(text))
                || leftOut.stream().anyMatch(text::startsWith);
    }

    /** What stands around the header; above it by cells, because words of two cells make no third one. */
    private record Titles(String sheet, List<String> above, String file) {

        /** What parts words within a cell: signs, and spaces except between letters that are spread. */
        private static final Pattern BETWEEN_WORDS = Pattern.compile(
                "[^\\p{L}\\p{N}\\s]+|(?<=\\p{IsHan}{2})\\s+(?=\\p{IsHan}{2})");

        double bonus(KindSpec spec) {
            double ofAbove = above.stream().mapToDouble(text -> part(spec, text, 0.5, 0.4, 3)).max().orElse(0);
            return part(spec, sheet, 1, 0.5, 4) + ofAbove + part(spec, file, 0, 0.3, 2);
        }

        /** Whether the sheet's name begins with what a kind is called first, as it does in correction workbooks. */
        boolean name(KindSpec spec) {
            return HeadingText.full(sheet).startsWith(HeadingText.full(spec.titles().get(0)));
        }

        /** Whether the sheet's name or a cell above the header has the word of another matter. */
        boolean areOf(List<String> matters) {
            return texts().flatMap(BETWEEN_WORDS::splitAsStream).map(HeadingText::full)
                    .anyMatch(form -> matters.stream().anyMatch(form::contains));
        }

        /** Whether the sheet's name or a cell above the header says what a kind is called, in more than the station's own name. */
        boolean speakOf(KindSpec spec, Set<String> stationTitles) {
            List<String> forms = spec.titles().stream().filter(title -> !stationTitles.contains(title)).map(HeadingText::full).toList();
            return texts().map(HeadingText::full).anyMatch(text -> forms.stream().anyMatch(text::contains));
        }

        private Stream<String> texts() {
            return Stream.concat(Stream.of(sheet), above.stream());
        }

        /** A longer title word says more: the sheet of case sessions also holds the word for cases. */
        private static double part(KindSpec spec, String text, double base, double each, double most) {
            String form = HeadingText.full(text);
            int longest = spec.titles().stream().map(HeadingText::full).filter(form::contains)
                    .mapToInt(String::length).max().orElse(0);
            return longest == 0 ? 0 : Math.min(most, base + each * longest);
        }
    }
}
