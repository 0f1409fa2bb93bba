package org.shegong.reports.ledger.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.shegong.db.domain.CellText;
import org.shegong.db.domain.PersonName;
import org.shegong.db.domain.Phone;
import org.shegong.reports.ledger.read.Cell;
import org.shegong.reports.ledger.read.GridRow;
import org.shegong.reports.ledger.recognise.LedgerField;
import org.shegong.reports.ledger.recognise.LedgerField.Type;
import org.shegong.reports.ledger.recognise.LedgerKind;
import org.shegong.reports.ledger.recognise.LedgerWords;
import org.shegong.reports.ledger.recognise.SheetMapping;

/** Reads the cells of one row by the types of their columns. */
final class RowParser {

    /** Lists whose unknown wordings refuse the row; those of other lists become "other" with the wording kept. */
    private static final List<String> STRICT_LISTS = List.of("CLIENT_CAT", "VISIT_RESULT", "CERT_LEVEL");

    /** Behind a field's key: what a cell holds beyond its first value. */
    static final String MORE = ".more";

    private final LedgerWords words;
    private final LedgerCodes codes;
    private final LocalDate today;
    private final ValueParser values;
    private final PeopleText people;
    private final IdParser ids;

    RowParser(LedgerWords words, LedgerCodes codes, LocalDate today, Predicate<String> villages) {
        this.words = words;
        this.codes = codes;
        this.today = today;
        this.values = new ValueParser(words);
        this.people = new PeopleText(words, villages);
        this.ids = new IdParser(words, today);
    }

    /**
     * Reads a row.
     *
     * @param fromText whether it comes from a text file, which cannot tell numbers from text
     */
    ParsedRow parse(GridRow row, SheetMapping mapping, List<LedgerField> fields, boolean fromText) {
        Reading reading = new Reading(mapping, fromText);
        for (LedgerField field : fields) {
            Integer column = mapping.columns().get(field.key());
            Cell cell = column == null ? Cell.BLANK : row.cell(column);
            String text = CellText.clean(cell.text());
            if (!text.isEmpty()) {
                reading.raw.put(field.key(), text);
            }
            int before = reading.problems.size();
            if (!cell.isBlank()) {
                read(field, cell, reading);
            }
            boolean missing = field.required() && !reading.values.containsKey(field.key());
            if (missing && reading.problems.size() == before && !excused(field, reading)) {
                reading.problems.add(Problem.of(field.key(),
                        field.type() == Type.NAME ? "name.missing" : "required.missing"));
            }
        }
        List<String> cells = row.cells().stream().map(RowParser::shown).toList();
        return new ParsedRow(row.number(), reading.values, reading.raw, cells, List.copyOf(reading.problems),
                List.copyOf(reading.warnings));
    }

    /** The text of a cell for the correction workbook; digits that were lost must not look like digits again. */
    private static String shown(Cell cell) {
        return cell.kind() == Cell.Kind.NUMBER && !cell.exact()
                ? String.format(Locale.ROOT, "%.14E", cell.number()) : cell.text();
    }

    /** Only clients may lack their required number, and only with a reason, which may stand further right. */
    private static boolean excused(LedgerField field, Reading reading) {
        return field.type() == Type.ID && reading.mapping.kind() == LedgerKind.CLIENTS;
    }

    private static final class Reading {

        private final SheetMapping mapping;
        private final boolean fromText;
        private final Map<String, Object> values = new LinkedHashMap<>();
        private final Map<String, String> raw = new LinkedHashMap<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<Problem> warnings = new ArrayList<>();

        Reading(SheetMapping mapping, boolean fromText) {
            this.mapping = mapping;
            this.fromText = fromText;
        }

        void put(LedgerField field, Object value) {
            values.put(field.key(), value);
        }

        void refuse(LedgerField field, String code, Object... args) {
            problems.add(Problem.of(field.key(), code, args));
        }
    }

    private void read(LedgerField field, Cell cell, Reading reading) {
        if (cell.kind() == Cell.Kind.ERROR) {
            if (field.required()) {
                reading.refuse(field, "value.invalid");
            }
            return;
        }
        switch (field.type()) {
            case SEQ -> { }
            case TEXT -> text(field, CellText.cleanLines(cell.text()), reading);
            case KEY -> text(field, CellText.compact(cell.text()), reading);
            case VILLAGE -> text(field, CellText.compact(cell.text()), reading);
            case NAME, WORKER -> name(field, cell, reading);
            case PEOPLE, WORKERS -> list(field, people.parse(cell.text()), reading);
            case ID -> ids.read(field, cell, reading.fromText, reading.values, reading.problems, reading.warnings);
            case PHONE -> phone(field, cell, reading);
            case DATE -> date(field, cell, reading);
            case BOOL -> values.bool(cell).ifPresent(value -> reading.put(field, value));
            case CODE -> code(field, cell, reading);
            case CODES -> codes(field, cell, reading);
            case MINUTES, COUNT, MONEY -> number(field, cell, reading);
        }
    }

    private static void text(LedgerField field, String text, Reading reading) {
        if (!CellText.isEmptyMark(text)) {
            reading.put(field, text);
        }
    }

    private void name(LedgerField field, Cell cell, Reading reading) {
        List<NamedPerson> all = people.parse(cell.text());
        NamedPerson person = all.size() > 1 ? all.get(0) : people.person(CellText.clean(cell.text()));
        String name = person.name();
        if (name.indexOf('*') >= 0) {
            reading.refuse(field, "name.masked");
        } else if (PersonName.check(name).contains(PersonName.Problem.PLACEHOLDER) && field.required()) {
            reading.refuse(field, "name.placeholder");
        } else if (!name.isEmpty()) {
            reading.put(field, name);
            if (all.size() > 1) {
                reading.values.put(field.key() + MORE, all.subList(1, all.size()));
            }
            if (!person.village().isEmpty()) {
                reading.values.put(field.key() + ".village", person.village());
            }
        }
    }

    private static void list(LedgerField field, List<NamedPerson> persons, Reading reading) {
        if (persons.stream().anyMatch(person -> person.name().indexOf('*') >= 0)) {
            reading.refuse(field, "name.masked");
        } else if (!persons.isEmpty()) {
            reading.put(field, persons);
        }
    }

    /** One cell may hold two numbers; both are kept, parted by a comma. */
    private static void phone(LedgerField field, Cell cell, Reading reading) {
        String text = CellText.clean(CellText.halfWidth(cell.text()));
        if (text.indexOf('*') >= 0 && !text.matches("\\*+")) {
            reading.refuse(field, "phone.masked");
            return;
        }
        if (!CellText.isEmptyMark(text)) {
            List<String> numbers = java.util.Arrays.stream(text.split("[\u3001/,;|]+"))
                    .map(part -> Phone.of(part).text()).filter(part -> !part.isEmpty()).toList();
            reading.put(field, String.join(",", numbers));
        }
    }

    private void date(LedgerField field, Cell cell, Reading reading) {
        if (cell.kind() == Cell.Kind.TEXT && CellText.isEmptyMark(cell.text())
                || !field.required() && values.isOpenEnded(cell.text())) {
            return;
        }
        Optional<LocalDate> date = values.date(cell);
        if (date.isEmpty() || date.get().isAfter(today)) {
            reading.refuse(field, "date.invalid");
        } else {
            reading.put(field, date.get());
        }
    }

    private void number(LedgerField field, Cell cell, Reading reading) {
        if (cell.kind() == Cell.Kind.TEXT && CellText.isEmptyMark(cell.text())) {
            return;
        }
        String heading = CellText.compact(reading.mapping.heading(field.key()));
        Optional<Long> value = switch (field.type()) {
            case MINUTES -> values.minutes(cell, says("heading_hours", heading));
            case MONEY -> values.fen(cell, says("heading_ten_thousand", heading));
            default -> values.count(cell);
        };
        if (value.isEmpty() || field.type() == Type.MINUTES && field.required() && value.get() == 0) {
            reading.refuse(field, "value.invalid");
        } else {
            reading.put(field, value.get());
        }
    }

    private boolean says(String key, String heading) {
        return words.list(key).stream().anyMatch(heading::contains);
    }

    private void code(LedgerField field, Cell cell, Reading reading) {
        String text = CellText.clean(cell.text());
        boolean strict = STRICT_LISTS.contains(field.list());
        Optional<String> found = strict ? codes.find(field.list(), text) : codes.findLoosely(field.list(), text);
        if (found.isPresent()) {
            reading.put(field, found.get());
        } else if ("CLIENT_CAT".equals(field.list()) && ValueParser.pieces(text).size() > 1) {
            categories(field, text, reading);
        } else if (!CellText.isEmptyMark(text)) {
            unknown(field, text, reading);
        }
    }

    private void unknown(LedgerField field, String text, Reading reading) {
        if (STRICT_LISTS.contains(field.list())) {
            reading.refuse(field, "code.unknown");
            return;
        }
        codes.other(field.list()).ifPresent(code -> reading.put(field, code));
        reading.values.put(field.key() + ".wording", text);
        reading.warnings.add(Problem.of(field.key(), "code.other", text));
    }

    /** Several categories in one cell: the first is the primary one, the others are kept beside it. */
    private void categories(LedgerField field, String text, Reading reading) {
        List<String> found = new ArrayList<>();
        for (String piece : ValueParser.pieces(text)) {
            Optional<String> code = codes.find(field.list(), piece);
            if (code.isEmpty()) {
                reading.refuse(field, "code.unknown");
                return;
            }
            found.add(code.get());
        }
        reading.put(field, found.get(0));
        reading.values.put(field.key() + MORE, List.copyOf(found.subList(1, found.size())));
    }

    private void codes(LedgerField field, Cell cell, Reading reading) {
        List<String> found = new ArrayList<>();
        List<String> strange = new ArrayList<>();
        for (String piece : ValueParser.pieces(cell.text())) {
            if (CellText.isEmptyMark(piece)) {
                continue;
            }
            Optional<String> whole = codes.findLoosely(field.list(), piece);
            List<String> parts = whole.isPresent() ? List.of(piece) : ValueParser.loosePieces(piece);
            parts.forEach(part -> codes.findLoosely(field.list(), part)
                    .ifPresentOrElse(found::add, () -> strange.add(part)));
        }
        if (!found.isEmpty()) {
            reading.put(field, found.stream().distinct().toList());
        }
        if (!strange.isEmpty()) {
            reading.values.put(field.key() + ".wording", String.join(" ", strange));
            reading.warnings.add(Problem.of(field.key(), "code.other", String.join(" ", strange)));
        }
    }
}
