package org.shegong.db.journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.store.Clearance;
import org.shegong.db.store.StationFile;

/** Looks back on what was done, newest first: only steps that changed records. */
public final class RecentSteps {
    private static final int LOOKED_AT = 30;
    private static final String STEP = """
        SELECT s.id, s.action, s.label, s.account_name, s.at, s.entries, s.undone_by, s.undoes, d.name
        FROM journal_step s LEFT JOIN device d ON d.id = s.device_id
        """;
    private static final String CHANGES_RECORDS =
        " EXISTS (SELECT 1 FROM journal_entry e WHERE e.step_id = s.id AND e.op <> 'event') ";
    private final StationFile file;
    private final FormCatalogue forms;
    private final Clearance clearance;

    /** @param clearance whose steps are shown: only those about records that may be read in full */
    public RecentSteps(StationFile file, FormCatalogue forms, Clearance clearance) {
        this.clearance = clearance;
        this.file = file;
        this.forms = forms;
    }

    /**
     * The newest steps.
     *
     * @param before id of the step after which to go on; empty to begin with the newest
     */
    public List<StepSummary> newest(String before, int limit) {
        return file.read(db -> List.copyOf(db.resultQuery(STEP + " WHERE" + CHANGES_RECORDS
                + "AND (? = '' OR s.id < ?) ORDER BY s.id DESC LIMIT ?", before, before, limit)
            .fetch(row -> summary(db, row)).stream().filter(this::readable).toList()));
    }

    /** One step, if it changed records. */
    public Optional<StepSummary> of(String stepId) {
        return file.read(db -> db.resultQuery(STEP + " WHERE s.id = ? AND" + CHANGES_RECORDS, stepId).fetch()
            .stream().findFirst().map(row -> summary(db, row)).filter(this::readable));
    }

    private boolean readable(StepSummary step) {
        return clearance.readsPlain(forms.form(step.form()));
    }

    /** Steps that still stand and changed a record of this step after it, newest first, at most ten. */
    public List<StepSummary> standingAfter(String stepId) {
        return file.read(db -> List.copyOf(db.resultQuery(STEP + """
                WHERE s.undoes IS NULL AND s.undone_by IS NULL AND s.id > ? AND s.id IN (
                    SELECT later.step_id FROM journal_entry own
                    JOIN journal_entry later ON later.record_id = own.record_id
                    WHERE own.step_id = ? AND own.op <> 'event' AND later.step_id > ? AND later.op <> 'event')
                ORDER BY s.id DESC LIMIT 10""", stepId, stepId, stepId).fetch(row -> summary(db, row))));
    }

    /** The step that moved a record to the recycle bin, when it lies there. */
    public Optional<StepSummary> recyclingOf(String recordId) {
        return file.read(db -> db.resultQuery(STEP + """
                WHERE s.id = (SELECT e.step_id FROM journal_entry e WHERE e.record_id = ? AND e.op = 'delete'
                    ORDER BY e.record_version DESC LIMIT 1)""", recordId).fetch()
            .stream().findFirst().map(row -> summary(db, row)));
    }

    /** Names of the computers that have written here, by id. */
    public Map<String, String> devices() {
        return file.read(db -> db.resultQuery("SELECT id, name FROM device").fetch().stream()
            .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, String.class))));
    }

    private StepSummary summary(DSLContext db, Record row) {
        String undoneBy = row.get(6, String.class);
        JournalStep step = new JournalStep(row.get(0, String.class), row.get(1, String.class),
            row.get(2, String.class), row.get(3, String.class), row.get(4, String.class),
            row.get(5, Integer.class), undoneBy == null ? "" : undoneBy);
        Record main = main(db, step);
        String undoes = row.get(7) == null ? "" : row.get(7, String.class);
        return new StepSummary(step, row.get(8) == null ? "" : row.get(8, String.class), undoes, takesBack(db, undoes),
            main.get(0, String.class), main.get(1, String.class), main.get(2, String.class));
    }

    /** What took back a taking back does the first step again. */
    private static boolean takesBack(DSLContext db, String undoes) {
        boolean back = false;
        for (String before = undoes; before != null && !before.isEmpty();) {
            back = !back;
            before = db.resultQuery("SELECT undoes FROM journal_step WHERE id = ?", before).fetchOne(0, String.class);
        }
        return back;
    }

    /** A step may first write what its record needs, such as a household; it is about the record it is named after. */
    private Record main(DSLContext db, JournalStep step) {
        List<Record> first = new java.util.ArrayList<>(db.resultQuery("""
            SELECT form, record_id, op FROM journal_entry WHERE step_id = ? AND op <> 'event' ORDER BY seq LIMIT ?""",
            step.id(), LOOKED_AT).fetch());
        return first.stream().filter(entry -> step.label().startsWith(forms.form(entry.get(0, String.class)).label()))
            .findFirst().orElse(first.get(0));
    }
}
