package org.shegong.reports.ledger.recognise;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Gives the columns of a header to the fields of a kind and says how well they fit. */
final class ColumnMatcher {

    private static final double FUZZY = 0.5;
    private static final double COMMON = 0.2;
    private static final double LEAST_OVERLAP = 0.6;
    private static final double MISSING_REQUIRED = 2.5;
    private static final double GUESSED_REQUIRED = 0.8;
    private static final double MOST_AROUND = 4;
    private static final double STRANGE_COLUMN = 0.3;

    private final Map<String, Integer> kindsOfWording = new HashMap<>();
    private final Set<String> vague;

    /**
     * A kind tried on a header.
     *
     * @param matched  how many columns have a field
     * @param required how many of them are required ones
     */
    record Match(SheetMapping mapping, double score, int matched, int required) {

        /** Whether it may be this kind, for what stands around the header as well. */
        boolean plausible(double around) {
            return matched >= 2 && required >= 1 && score + Math.min(around, MOST_AROUND) > 0;
        }
    }

    ColumnMatcher(LedgerWords words) {
        vague = words.set("vague_headings");
        for (KindSpec spec : words.kinds()) {
            Set<String> own = new HashSet<>();
            spec.fields().stream().filter(field -> !field.common())
                    .forEach(field -> field.wordings().forEach(w -> own.add(HeadingText.full(w))));
            own.forEach(wording -> kindsOfWording.merge(wording, 1, Integer::sum));
        }
    }

    Match match(KindSpec spec, HeaderRows header) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        Set<Integer> taken = new HashSet<>();
        double score = exact(spec, header, columns, taken, this::clear, 1);
        score += exact(spec, header, columns, taken, label -> clear(HeadingText.bare(label)), 0.9);
        score += exact(spec, header, columns, taken, HeadingText::full, 0.8);
        score += fuzzy(spec, header, columns, taken);
        int strange = (int) header.labels().stream().filter(options -> !options.isEmpty()).count() - taken.size();
        score += hinted(spec, header, columns, taken);
        long missing = spec.fields().stream().filter(f -> f.required() && !columns.containsKey(f.key())).count();
        int required = (int) spec.fields().stream()
                .filter(f -> f.required() && columns.containsKey(f.key())).count();
        SheetMapping mapping = new SheetMapping(spec.kind(), header.firstRow(), header.lastRow(), columns,
                header.headings());
        return new Match(mapping, score - missing * MISSING_REQUIRED - strange * STRANGE_COLUMN,
                columns.size(), required);
    }

    private double exact(KindSpec spec, HeaderRows header, Map<String, Integer> columns, Set<Integer> taken,
                         UnaryOperator<String> form, double quality) {
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
                    if (!columns.containsKey(field.key()) && says(field, heading)) {
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

    private String clear(String label) {
        String heading = HeadingText.full(label);
        return vague.contains(heading) ? "" : heading;
    }

    private static boolean says(LedgerField field, String heading) {
        return !heading.isEmpty() && field.wordings().stream().anyMatch(w -> HeadingText.full(w).equals(heading));
    }

    /** Headings that hold a wording, or are held by one, for most of their length. */
    private double fuzzy(KindSpec spec, HeaderRows header, Map<String, Integer> columns, Set<Integer> taken) {
        double score = 0;
        for (int column = 0; column < header.labels().size(); column++) {
            if (taken.contains(column) || header.labels().get(column).isEmpty()) {
                continue;
            }
            LedgerField best = null;
            double most = LEAST_OVERLAP;
            for (LedgerField field : spec.fields()) {
                double overlap = columns.containsKey(field.key()) ? 0 : overlap(field, header.labels().get(column));
                if (overlap > most) {
                    best = field;
                    most = overlap;
                }
            }
            if (best != null) {
                columns.put(best.key(), column);
                taken.add(column);
                score += FUZZY;
            }
        }
        return score;
    }

    /**
     * Headings that nobody foresaw, for fields that are still without a column. A guess says little about the
     * kind: it takes away only part of what a missing required column costs.
     */
    private static double hinted(KindSpec spec, HeaderRows header, Map<String, Integer> columns, Set<Integer> taken) {
        double score = 0;
        for (LedgerField field : spec.fields()) {
            for (int column = 0; column < header.labels().size() && !columns.containsKey(field.key()); column++) {
                if (!taken.contains(column) && header.labels().get(column).stream()
                        .anyMatch(label -> field.hintedBy(HeadingText.full(label)))) {
                    columns.put(field.key(), column);
                    taken.add(column);
                    score += STRANGE_COLUMN - (field.required() ? GUESSED_REQUIRED : 0);
                }
            }
        }
        return score;
    }

    private static double overlap(LedgerField field, List<String> labels) {
        double most = 0;
        for (String label : labels) {
            for (String heading : List.of(HeadingText.full(label), HeadingText.bare(label))) {
                for (String wording : field.wordings()) {
                    most = Math.max(most, overlap(heading, HeadingText.full(wording)));
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
