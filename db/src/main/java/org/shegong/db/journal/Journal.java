package org.shegong.db.journal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.shegong.db.domain.InstantText;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.seal.SealedChanges;
import org.shegong.db.journal.seal.Sealing;
import org.shegong.db.store.Attachment;
import org.shegong.db.store.Clearance;
import org.shegong.db.store.RecordIds;
import org.shegong.db.store.StationFile;

/**
 * The only place that inserts, changes or deletes records.
 *
 * <p>Each call is one step in one transaction. Safe for use from several threads.
 */
public final class Journal {
    private final StationFile file;
    private final FormCatalogue forms;
    private final Clock clock;
    private final SearchIndex index;
    private final Clearance clearance;
    private final RecordIds ids = new RecordIds();
    private final HeadAnchor anchor;

    /** @param clearance whose history may be read and which steps may be taken back */
    public Journal(StationFile file, FormCatalogue forms, Clock clock, SearchIndex index, Clearance clearance) {
        this.clearance = clearance;
        this.file = file;
        this.forms = forms;
        this.clock = clock;
        this.index = index;
        this.anchor = new HeadAnchor(file);
    }

    /**
     * Writes records as one step.
     *
     * @param action short code of what was done
     * @param label the same in words for people
     * @param writes applied in order; records must be inserted before others point to them
     * @throws VersionConflictException when a record was changed meanwhile; then nothing is written
     */
    public JournalStep write(Actor actor, String action, String label, List<RecordWrite> writes) {
        return file.write(db -> writeIn(db, actor, action, label, null, writes));
    }

    /** The same inside a transaction that the caller holds on the writing connection. */
    public JournalStep writeIn(DSLContext db, Actor actor, String action, String label, String undoes,
                               List<RecordWrite> writes) {
        String stepId = ids.next();
        String at = InstantText.now(clock);
        StepWriter writer = new StepWriter(db, forms, actor, stepId, at, index);
        writes.forEach(writer::write);
        return keepStep(db, actor, new JournalStep(stepId, action, label, actor.name(), at, writer.entries(), ""),
            undoes, writer);
    }

    /**
     * Notes something that changed no record: a sign-in, an export of personal data with its reason.
     *
     * @param subject what it concerns, a form key or another short word
     * @param recordId the record, or empty
     * @param details values kept with it, JSON scalars
     */
    public JournalStep event(Actor actor, String action, String label, String subject, String recordId,
                             Map<String, Object> details) {
        return file.write(db -> eventIn(db, actor, action, label, subject, recordId, details));
    }

    private JournalStep eventIn(DSLContext db, Actor actor, String action, String label, String subject,
                                String recordId, Map<String, Object> details) {
        String stepId = ids.next();
        String at = InstantText.now(clock);
        StepWriter writer = new StepWriter(db, forms, actor, stepId, at, index);
        writer.event(subject, recordId, details);
        return keepStep(db, actor, new JournalStep(stepId, action, label, actor.name(), at, 1, ""), null, writer);
    }

    /** Keeps a file that belongs to a record, and notes its name and fingerprint in the chain. */
    public void keepFile(Actor actor, String form, String recordId, String fieldKey, Attachment file,
                         byte[] content) {
        this.file.write(db -> {
            db.insertInto(table(name("attachment")), column("id"), column("owner_id"), column("field"),
                    column("name"), column("media_type"), column("size_bytes"), column("sha256"), column("content"))
                .values(file.id(), recordId, fieldKey, file.name(), file.mediaType(), file.size(), file.sha256(),
                    content).execute();
            return eventIn(db, actor, "attach", file.name(), form, recordId,
                Map.of("attachment", file.id(), "sha256", file.sha256()));
        });
    }

    private JournalStep keepStep(DSLContext db, Actor actor, JournalStep step, String undoes, StepWriter writer) {
        byte[] salt = StepSeal.salt();
        writer.finish(new StepSeal(step.id(), step.action(), StepSeal.labelProof(salt, step.label()),
            actor.accountId(), actor.name(), actor.deviceId(), step.at(), step.entries(), undoes));
        if (step.entries() > 0) {
            db.insertInto(table(name("journal_step")), column("id"), column("action"), column("label"),
                    column("account_id"), column("account_name"), column("device_id"), column("at"),
                    column("entries"), column("undoes"), column("salt"))
                .values(step.id(), step.action(), step.label(), actor.accountId(), actor.name(), actor.deviceId(),
                    step.at(), (long) step.entries(), undoes, salt).execute();
            ChainHead head = writer.head();
            Sealing.settle(db, forms, index, writer.touched());
            file.afterCommit(() -> anchor.kept(head));
        }
        return step;
    }

    private static org.jooq.Field<Object> column(String column) {
        return field(name(column), Object.class);
    }

    /** Takes back a whole step; taking back an undo does the step again. */
    public UndoOutcome undo(Actor actor, String stepId, String label) {
        return file.write(db -> new Undoing(db, forms).reverse(stepId).map(plan -> permitted(db, plan))
            .map(plan -> plan.changedSince().isEmpty() ? undone(db, actor, stepId, label, plan)
                : new UndoOutcome.ChangedSince(plan.changedSince()))
            .orElseGet(UndoOutcome.NothingToUndo::new));
    }

    private Undoing.Plan permitted(DSLContext db, Undoing.Plan plan) {
        plan.writes().stream().collect(Collectors.groupingBy(RecordWrite::form,
                Collectors.mapping(RecordWrite::id, Collectors.toSet())))
            .forEach((form, ids) -> clearance.requireUndoing(db, forms.form(form), ids));
        return plan;
    }

    private UndoOutcome undone(DSLContext db, Actor actor, String stepId, String label, Undoing.Plan plan) {
        JournalStep step = writeIn(db, actor, "undo", label, stepId, plan.writes());
        db.update(table(name("journal_step"))).set(column("undone_by"), (Object) step.id())
            .where(field(name("id")).eq(stepId)).execute();
        return new UndoOutcome.Undone(step);
    }

    /** The newest steps first, at most {@code limit}. */
    public List<JournalStep> steps(int limit) {
        return file.read(db -> db.select(DSL.asterisk()).from(table(name("journal_step")))
            .orderBy(field(name("id")).desc()).limit(limit).fetch(Journal::step));
    }

    /** One step. */
    public Optional<JournalStep> step(String stepId) {
        return file.read(db -> db.select(DSL.asterisk()).from(table(name("journal_step")))
            .where(field(name("id")).eq(stepId)).fetchOptional(Journal::step));
    }

    private static JournalStep step(Record row) {
        String undoneBy = row.get("undone_by", String.class);
        return new JournalStep(row.get("id", String.class), row.get("action", String.class),
            row.get("label", String.class), row.get("account_name", String.class), row.get("at", String.class),
            row.get("entries", Integer.class), undoneBy == null ? "" : undoneBy);
    }

    /** The newest step of this kind by an account. */
    public Optional<JournalStep> last(String action, String accountId) {
        return file.read(db -> db.select(DSL.asterisk()).from(table(name("journal_step")))
            .where(field(name("action")).eq(action)).and(field(name("account_id")).eq(accountId))
            .orderBy(field(name("id")).desc()).limit(1).fetchOptional(Journal::step));
    }

    /** What happened to one record, newest first. */
    public List<HistoryEntry> history(String form, String recordId) {
        boolean record = forms.keys().contains(form) && !recordId.isEmpty();
        if (record && (!clearance.readsPlain(forms.form(form))
            || file.read(db -> clearance.hides(db, forms.form(form), recordId)))) {
            return List.of();
        }
        return file.read(db -> db.resultQuery("""
                SELECT e.step_id, s.at, s.account_name, e.device_id, s.action, e.op, e.record_version, e.changes, e.proof,
                       e.seq
                FROM journal_entry e JOIN journal_step s ON s.id = e.step_id
                WHERE e.record_id = ? AND e.form = ? ORDER BY s.at DESC, e.seq DESC""", recordId, form)
            .fetch(row -> new HistoryEntry(row.get(0, String.class), row.get(1, String.class),
                row.get(2, String.class), row.get(3, String.class), row.get(4, String.class),
                row.get(5, String.class), row.get(6, Long.class),
                SealedEntries.opened(db, row.get(3, String.class), row.get(9, Long.class), recordId, new EntryContent(
                    row.get(7, String.class), row.get(8, byte[].class)).changes(row.get(5, String.class))))));
    }

    /**
     * Takes values of a record out of the journal, those that are sealed all together, and the labels of the steps that
     * touched it, inside a transaction that the caller holds. The chain still holds, and nothing in the file tells what the values were.
     *
     * @param fields keys of the fields
     * @return how many entries held such values
     */
    public int eraseIn(DSLContext db, String recordId, Collection<String> fields) {
        new SealedChanges(db).forget(recordId);
        return new EntryErasing(db).erase(recordId, change -> fields.contains(change.field()));
    }

    /**
     * Erases personal values of records for good: from the records, their files, the search and the journal itself,
     * where commitments stay. It cannot be taken back. The caller makes the file compact afterwards.
     *
     * @param reason why, and who approved
     * @param idsByForm records by form key
     * @param personal which fields are erased
     */
    public JournalStep erase(Actor actor, String label, String reason, Map<String, Set<String>> idsByForm,
                             BiPredicate<Form, Field> personal) {
        return file.write(db -> {
            String stepId = ids.next();
            String at = InstantText.now(clock);
            Erasing erasing = new Erasing(db, at, actor.name(), personal);
            idsByForm.forEach((form, records) -> erasing.erase(forms.form(form), records, stepId));
            StepWriter writer = new StepWriter(db, forms, actor, stepId, at, index);
            idsByForm.forEach((form, records) -> records.forEach(id -> writer.event(form, id, Map.of())));
            writer.event("retention", "", Erasing.details(reason, idsByForm));
            return keepStep(db, actor, new JournalStep(stepId, "erase", label, actor.name(), at, writer.entries(), ""),
                null, writer);
        });
    }

    /** Names of the computers that have chains, by id. */
    public Map<String, String> devices() {
        return file.read(db -> db.select(field(name("id"), String.class), field(name("name"), String.class))
            .from(table(name("device"))).fetchMap(field(name("id"), String.class), field(name("name"), String.class)));
    }

    /** Checks every chain from its start and against the anchor beside the keys; empty when all is well. */
    public List<ChainFault> verify() {
        List<ChainFault> faults = new ArrayList<>(ChainCheck.faults(file));
        HeadAnchor.read(file.folder().resolve(HeadAnchor.FILE_NAME), file.headKey())
            .ifPresent(heads -> faults.addAll(file.read(db -> HeadCheck.faults(db, heads))));
        return faults.stream().distinct().toList();
    }

    /**
     * Compares the chains with the heads that a copy of the station keeps. A copy of another station, or of a line of
     * work that was left behind when an older copy was restored, says nothing.
     */
    public List<ChainFault> verifyAgainst(SignedHeads copy) {
        return copy.isSignedWith(file.headKey())
            ? file.read(db -> HeadCheck.leftBehind(db, copy.at()) ? List.of() : HeadCheck.faults(db, copy)) : List.of();
    }
}
