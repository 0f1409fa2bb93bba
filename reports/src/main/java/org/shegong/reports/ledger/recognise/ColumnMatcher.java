package org.shegong.reports.ledger.recognise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gives the columns of a header to the fields of a kind and says how well they fit. */
final class ColumnMatcher {

    private static final double FUZZY = 0.5;
    private static final double COMMON = 0.2;
    private static final double LEAST_OVERLAP = 0.6;
    private static final double MISSING_REQUIRED = 2.5;
    private static final double GUESSED_REQUIRED = 0.8;
    private static final double MOST_AROUND = 4;
    private static final int CLEARLY_KNOWN = 3;
    private static final int TOLD_BY_REQUIRED = 4;
    private static final double STRANGE_COLUMN = 0.3;

    private final Map<String, Integer> kindsOfWording = new HashMap<>();
    private final Map<LedgerField, Set<String>> forms = new IdentityHashMap<>();
    private final Map<LedgerField, Set<String>> plainForms = new IdentityHashMap<>();
    private final Map<String, String> synonyms = new LinkedHashMap<>();
    private final Set<String> vague;
    private final Pattern foreign;
    private final List<String> durationUnits;
    private final Pattern villageWords;

    /**
     * A kind tried on a header.
     *
     * @param matched  how many columns have a field
     * @param required how many of them are required ones
     * @param known    how many columns that belong to the kind have a heading it is known by
     * @param unknown  how many required columns no heading is known word for word for
     * @param missing  how many required columns nothing was found for, guessing included
     * @param strange  how many headings are not known word for word
     */
    record Match(SheetMapping mapping, double score, int matched, int required, long known, long unknown, long missing,
                 long strange) {

        /** Whether all that is required is known word for word, none of it guessed: such a header is not passed over for a wider one. */
        boolean complete() {
            return unknown == 0 && known >= CLEARLY_KNOWN;
        }

        /**
         * Whether the headings alone tell the kind, whatever the sheet is called: all of them are known, or those of
         * a kind that requires so many that no other list has them all.
         */
        boolean telling() {
            return complete() && (strange == 0 || required >= TOLD_BY_REQUIRED);
        }

        /** Whether there is a column with reasons in one row, as in correction workbooks. */
        boolean corrects() {
            return mapping.columns().containsKey(LedgerWords.REFUSAL_FIELD) && mapping.firstRow() == mapping.lastRow();
        }

        /**
         * Whether it may be this kind, for what stands around the header as well. Where nothing around says so, the
         * headings have to: lists of purchases or telephone numbers have names and days too.
         */
        boolean plausible(double around) {
            return matched >= 2 && required >= 1 && score + Math.min(around, MOST_AROUND) > 0
                    && (around > 0 || known >= 2 && missing == 0);
        }
    }

    ColumnMatcher(LedgerWords words) {
        vague = words.set("vague_headings");
        foreign = Pattern.compile(String.join("|", words.list("foreign_headings")));
        durationUnits = words.list("duration_units");
        villageWords = Pattern.compile(String.join("|", words.list("bracketed_villages")));
        words.pairs("heading_synonyms").forEach((one, others) -> others.forEach(other -> synonyms.put(other, one)));
        for (KindSpec spec : words.kinds()) {
            Set<String> own = new HashSet<>();
            for (LedgerField field : spec.fields()) {
                Set<String> full = field.wordings().stream().map(HeadingText::full).collect(Collectors.toSet());
                forms.put(field, full);
                plainForms.put(field, full.stream().map(this::plain).collect(Collectors.toSet()));
            }
            spec.fields().stream().filter(field -> !field.common())
                    .forEach(field -> field.wordings().forEach(w -> own.add(HeadingText.full(w))));
            own.forEach(wording -> kindsOfWording.merge(wording, 1, Integer::sum));
        }
    }

    Match match(KindSpec spec, HeaderRows header, ColumnContents contents) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        Set<Integer> taken = new HashSet<>();
        double score = exact(spec, header, columns, taken, HeadingText::full, LedgerField::taught, 1);
        score += exact(spec, header, columns, taken, this::clear, 1);
        score += exact(spec, header, columns, taken, label -> clear(HeadingText.bare(label)), 0.9);
        score += exact(spec, header, columns, taken, label -> plain(clear(label)), 0.85);
        score += exact(spec, header, columns, taken, HeadingText::full, 0.8);
        long known = spec.fields().stream().filter(field -> columns.containsKey(field.key()) && !field.common()
                && field.keep()).count();
        long unknown = missing(spec, columns);
        long strange = header.labels().stream().filter(options -> !options.isEmpty()).count() - taken.size();
        Guess guess = new Guess(spec, header, contents, columns, taken);
        score += fuzzy(guess);
        long unread = header.labels().stream().filter(options -> !options.isEmpty()).count() - taken.size();
        score += hinted(guess);
        score += byContents(guess);
        long missing = missing(spec, columns);
        int required = (int) spec.fields().stream()
                .filter(f -> f.required() && columns.containsKey(f.key())).count();
        SheetMapping mapping = new SheetMapping(spec.kind(), header.firstRow(), header.lastRow(), columns,
                header.headings());
        return new Match(mapping, score - missing * MISSING_REQUIRED - unread * STRANGE_COLUMN,
                columns.size(), required, known, unknown, missing, strange);
    }

    private static long missing(KindSpec spec, Map<String, Integer> columns) {
        return spec.fields().stream().filter(field -> field.required() && !columns.containsKey(field.key())).count();
    }

    private double exact(KindSpec spec, HeaderRows header, Map<String, Integer> columns, Set<Integer> taken,
                         UnaryOperator<String> form, double quality) {
        return exact(spec, header, columns, taken, form, this::says, quality);
    }

    private double exact(KindSpec spec, HeaderRows header, Map<String, Integer> columns, Set<Integer> taken,
                         UnaryOperator<String> form, BiPredicate<LedgerField, String> says, double quality) {
        double score = 0;
        int depth = header.labels().stream().mapToInt(List::size).max().orElse(0);
        for (int option = 0; option < depth; option++) {
            for (int column = 0; column < header.labels().size(); column++) {
                List<String> labels = header.labels().get(column);
                if (option >= labels.size() || taken.contains(column)) {
                    continue;
                }
                String heading = form.apply(labels.get(option));
                for (LedgerField field : spec.fields()) {
                    if (!columns.containsKey(field.key()) && says.test(field, heading)
                            && (HeadingText.full(labels.get(option)).equals(heading) || !isElsewhere(field, labels))) {
                        columns.put(field.key(), column);
                        taken.add(column);
                        score += field.common() ? COMMON : quality * weight(heading);
                        break;
                    }
                }
            }
        }
        return score;
    }

    /** Whether a column with this heading is always the field's, whatever stands beside and below it. */
    boolean sure(KindSpec spec, LedgerField field, String heading) {
        Optional<LedgerField> taught = spec.fields().stream().filter(other -> other.taught(heading)).findFirst();
        if (taught.isPresent()) {
            return taught.get().equals(field);
        }
        String form = clear(heading);
        return forms.get(field).contains(form) && spec.fields().stream().filter(other -> says(other, form)).findFirst()
                .filter(field::equals).isPresent();
    }

    private String clear(String label) {
        String heading = HeadingText.full(label);
        return vague.contains(heading) ? "" : heading;
    }

    private boolean says(LedgerField field, String heading) {
        return !heading.isEmpty() && (forms.get(field).contains(heading) || plainForms.get(field).contains(heading));
    }

    /** A matching under way, of which the headings known word for word are done. */
    private record Guess(KindSpec spec, HeaderRows header, ColumnContents contents, Map<String, Integer> columns,
                         Set<Integer> taken) {

        int width() {
            return header.labels().size();
        }

        boolean give(LedgerField field, int column) {
            if (columns.containsKey(field.key()) || taken.contains(column)) {
                return false;
            }
            columns.put(field.key(), column);
            return taken.add(column);
        }
    }

    /** Whether a column may be a field's although its heading does not say so word for word. */
    private boolean open(Guess guess, LedgerField field, int column) {
        List<String> labels = guess.header().labels().get(column);
        return !labels.isEmpty() && !guess.taken().contains(column) && !guess.columns().containsKey(field.key())
                && !isForeign(labels) && !isDuration(field, labels) && !guess.contents().contradicts(field, column);
    }

    /** Headings that hold a wording, or are held by one, for most of their length; the best pairs go first. */
    private double fuzzy(Guess guess) {
        record Pair(LedgerField field, int column, double overlap) {
        }

        List<Pair> pairs = new ArrayList<>();
        for (int column = 0; column < guess.width(); column++) {
            for (LedgerField field : guess.spec().fields()) {
                double overlap = open(guess, field, column) ? overlap(field, guess.header().labels().get(column)) : 0;
                if (overlap > LEAST_OVERLAP) {
                    pairs.add(new Pair(field, column, overlap));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::overlap).reversed());
        return pairs.stream().filter(pair -> guess.give(pair.field(), pair.column())).count() * FUZZY;
    }

    /**
     * Headings that nobody foresaw, for fields that are still without a column: the first hint of every field,
     * then the second, which says less. A guess says little about the kind: it takes away only part of what a
     * missing required column costs.
     */
    private double hinted(Guess guess) {
        double score = 0;
        int most = guess.spec().fields().stream().mapToInt(field -> field.hints().size()).max().orElse(0);
        for (int rank = 0; rank < most; rank++) {
            for (LedgerField field : guess.spec().fields()) {
                for (int column = 0; column < guess.width(); column++) {
                    if (open(guess, field, column) && isHinted(field, rank, guess.header().labels().get(column))) {
                        guess.give(field, column);
                        score += ofGuess(field);
                    }
                }
            }
        }
        return score;
    }

    /**
     * Columns whose headings say nothing, for fields that have to be there: the first whose cells are what the
     * field holds. Codes of a list are told so clearly by their cells that other fields find their column too.
     */
    private double byContents(Guess guess) {
        double score = 0;
        for (LedgerField field : guess.spec().fields()) {
            List<Integer> fitting = new ArrayList<>();
            for (int column = 0; column < guess.width(); column++) {
                if (open(guess, field, column) && guess.contents().suggests(field, column)) {
                    fitting.add(column);
                }
            }
            boolean coded = field.type() == LedgerField.Type.CODE || field.type() == LedgerField.Type.CODES;
            if (!fitting.isEmpty() && (field.required() || coded && fitting.size() == 1)) {
                guess.give(field, fitting.get(0));
                score += ofGuess(field);
            }
        }
        return score;
    }

    private static double ofGuess(LedgerField field) {
        return STRANGE_COLUMN - (field.required() ? GUESSED_REQUIRED : 0);
    }

    private static boolean isHinted(LedgerField field, int rank, List<String> labels) {
        return labels.stream().anyMatch(label -> field.hintedBy(rank, HeadingText.full(label)));
    }

    /** Whether the heading is of another matter, such as the day of the next visit. */
    private boolean isForeign(List<String> labels) {
        return labels.stream().map(HeadingText::full).anyMatch(heading -> foreign.matcher(heading).find());
    }

    /** Whether the words in brackets, which were left out, say that the column holds something else. */
    private boolean isElsewhere(LedgerField field, List<String> labels) {
        return isDuration(field, labels) || field.type() == LedgerField.Type.TEXT
                && labels.stream().anyMatch(label -> villageWords.matcher(label).find());
    }

    /** A time in minutes is no day. */
    private boolean isDuration(LedgerField field, List<String> labels) {
        return field.type() == LedgerField.Type.DATE
                && labels.stream().anyMatch(label -> durationUnits.stream().anyMatch(label::contains));
    }

    /** The heading with one word for each of those that mean the same in headings. */
    private String plain(String heading) {
        String text = heading;
        for (Map.Entry<String, String> synonym : synonyms.entrySet()) {
            text = text.replace(synonym.getKey(), synonym.getValue());
        }
        return text;
    }

    private double overlap(LedgerField field, List<String> labels) {
        double most = 0;
        for (String label : labels) {
            for (String heading : List.of(HeadingText.full(label), HeadingText.bare(label))) {
                for (String wording : forms.get(field)) {
                    most = Math.max(most, overlap(heading, wording));
                }
                for (String wording : plainForms.get(field)) {
                    most = Math.max(most, overlap(plain(heading), wording));
                }
            }
        }
        return most;
    }

    private static double overlap(String heading, String wording) {
        int shorter = Math.min(heading.length(), wording.length());
        if (shorter < 2 || !heading.contains(wording) && !wording.contains(heading)) {
            return 0;
        }
        return (double) shorter / Math.max(heading.length(), wording.length());
    }

    /** A wording that few kinds use says more about the kind. */
    private double weight(String wording) {
        return 1 + 3.0 / kindsOfWording.getOrDefault(wording, 1);
    }
}
