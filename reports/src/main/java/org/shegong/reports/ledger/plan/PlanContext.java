package org.shegong.reports.ledger.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.shegong.db.domain.CellText;
import org.shegong.db.domain.Masking;
import org.shegong.db.store.RecordData;
import org.shegong.reports.ledger.parse.LedgerCodes;
import org.shegong.reports.ledger.parse.NamedPerson;
import org.shegong.reports.ledger.parse.ParsedRow;
import org.shegong.reports.ledger.parse.Problem;
import org.shegong.reports.ledger.recognise.LedgerWords;

/**
 * What every planner works with.
 *
 * @param register  the station, rows of this run included
 * @param drafts    the drafts so far
 * @param stored    stored records
 * @param knownKeys fingerprints of service rows that the station or this run has
 * @param words     the words of ledgers
 * @param codes     wordings to codes
 * @param texts     texts that go into records
 */
record PlanContext(Register register, Drafts drafts, StoredRecords stored, Set<String> knownKeys, LedgerWords words,
                   LedgerCodes codes, ResourceBundle texts) {

    /** Reads the station's records for planning. */
    interface StoredRecords {

        /** A record, or null. */
        RecordData find(String form, String id);

        /** Records that point to one in a field; may be empty. */
        List<RecordData> pointingTo(String form, String field, String id);
    }

    PersonFinder finder() {
        return new PersonFinder(register);
    }

    /** The worker of a field; a name that nobody has is kept in the note and remarked. */
    String worker(ParsedRow row, SheetState sheet, String field, Note note) {
        String name = row.text(field);
        if (name.isEmpty()) {
            return null;
        }
        Optional<String> id = register.worker(name, row.date("date").or(() -> row.date("open_date"))
                .or(() -> row.date("first_date")).orElse(null));
        if (id.isEmpty()) {
            note.add(sheet.heading(field), name);
            sheet.warn(row, field, "worker.unknown");
        }
        return id.orElse(null);
    }

    /** The other workers that a field for one names; those whom nobody knows go to the note. */
    List<String> coWorkers(ParsedRow row, SheetState sheet, String field, Note note) {
        return workers(row, sheet, field, row.people(field + ".more"), note);
    }

    /** The workers of a field, in order; names that nobody has go to the note. */
    List<String> workers(ParsedRow row, SheetState sheet, String field, Note note) {
        return workers(row, sheet, field, row.people(field), note);
    }

    private List<String> workers(ParsedRow row, SheetState sheet, String field, List<NamedPerson> people, Note note) {
        List<String> ids = new ArrayList<>();
        List<String> strangers = new ArrayList<>();
        for (NamedPerson person : people) {
            register.worker(person.name(), row.date("date").orElse(null))
                    .ifPresentOrElse(ids::add, () -> strangers.add(person.name()));
        }
        if (!strangers.isEmpty()) {
            note.add(sheet.heading(field), String.join(" ", strangers));
            sheet.warn(row, field, "worker.unknown");
        }
        return ids;
    }

    /** Remarks of a row: what its own column says, and wordings that no code has. */
    Note note(ParsedRow row, SheetState sheet) {
        Note note = new Note(texts.getString("note.kept"), row.text("note"));
        row.values().forEach((key, value) -> {
            if (key.endsWith(".wording")) {
                note.add(sheet.heading(key.substring(0, key.length() - ".wording".length())), value.toString());
            }
        });
        return note;
    }

    /**
     * The client of a row's own name and village; the number in the column that settles names goes first.
     *
     * @param field the column of the name
     */
    PersonFinder.Result client(ParsedRow row, SheetState sheet, String field, LocalDate day) {
        String name = row.text(field);
        List<String> numbers = numbers(row);
        Optional<PersonFinder.Result> settled = finder().settled(field, numbers, name, day);
        if (settled.isPresent()) {
            return settled.get();
        }
        if (!numbers.isEmpty()) {
            List<String> owners = finder().namesOf(numbers);
            boolean forOthers = row.people("others").stream().anyMatch(other -> owners.contains(other.name()));
            if (!owners.isEmpty() && !forOthers) {
                return new PersonFinder.Result(null,
                        Problem.of(LedgerWords.SETTLE_FIELD, "client.mismatch", Masking.name(name)));
            }
            if (owners.isEmpty()) {
                sheet.warn(row, LedgerWords.SETTLE_FIELD, "client.number_unknown");
            }
        }
        String village = row.text("village").isEmpty() ? row.text(field + ".village") : row.text("village");
        return finder().find(field, new NamedPerson(name, village), day);
    }

    /** The client of a name in a list: by a number that settles it, among these people first, then in the village. */
    PersonFinder.Result listed(ParsedRow row, String field, NamedPerson wanted, List<Person> first, LocalDate day) {
        return finder().settled(field, numbers(row), wanted.name(), day)
                .orElseGet(() -> finder().find(field, wanted, first, day));
    }

    private static List<String> numbers(ParsedRow row) {
        String text = row.text(LedgerWords.SETTLE_FIELD);
        return text.isEmpty() ? List.of() : List.of(text.split("[\u3001\uFF0C,;\uFF1B]+"));
    }

    /** Remarks that the person was not on the register yet. */
    void remarkEarly(ParsedRow row, SheetState sheet, String field, Person person, LocalDate day) {
        if (person.filed() != null && day.isBefore(person.filed())) {
            sheet.warn(row, field, "client.before_filing", person.filed());
        }
    }

    /** The village of a row; empty when it has none or none of that name is known. */
    Optional<String> village(ParsedRow row) {
        String text = CellText.clean(row.text("village"));
        return text.isEmpty() ? Optional.empty() : register.village(text);
    }

    /**
     * Whether a row comes from a correction workbook. Such a row was not taken before, so a record that has its
     * key already is somebody else's, and must not be changed by a row that nobody corrected.
     */
    static boolean isCorrection(ParsedRow row) {
        return !row.text(LedgerWords.REFUSAL_FIELD).isEmpty();
    }

    /** A refusal for a problem that finding a person met. */
    static RowOutcome refusal(Problem problem) {
        return new RowOutcome.Refused(List.of(problem));
    }
}
