package org.shegong.db.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.shegong.db.forms.Finding;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.Actor;
import org.shegong.db.journal.Journal;
import org.shegong.db.journal.JournalStep;
import org.shegong.db.journal.RecentSteps;
import org.shegong.db.journal.RecordWrite;
import org.shegong.db.journal.StepSummary;

/**
 * The recycle bin, which stands in the place of deletion. Nothing that others name can vanish into it: a client with
 * services stays until the services are gone or moved. What belongs to a record alone goes along when the person says
 * so, and comes back with it.
 */
public final class Recycling {
    private final StationFile file;
    private final FormCatalogue forms;
    private final Journal journal;
    private final RecentSteps steps;
    private final StepUndo undo;
    private final Actor actor;
    private final Clearance clearance;

    /**
     * @param undo brings back what went into the bin in one step
     * @param clearance whose bin it is
     */
    public Recycling(StationFile file, FormCatalogue forms, Journal journal, StepUndo undo, Actor actor,
                     Clearance clearance) {
        this.file = file;
        this.forms = forms;
        this.journal = journal;
        this.steps = new RecentSteps(file, forms, clearance);
        this.undo = undo;
        this.actor = actor;
        this.clearance = clearance;
    }

    /** How it ended. */
    public sealed interface Outcome {
        /** Done by this step, which can be taken back. */
        record Done(JournalStep step) implements Outcome {
        }

        /**
         * Nothing was done, because of these records.
         *
         * @param uses records that name it or what belongs to it; while there are any it must stay
         * @param parts records that belong to it and would go along
         */
        record Linked(List<RecordLinks.Link> uses, List<RecordLinks.Link> parts) implements Outcome {
        }

        /** Restoring was refused: another record has taken its place. */
        record Refused(List<Finding> findings) implements Outcome {
        }

        /** Somebody was quicker, or it is not there any more. */
        record Gone() implements Outcome {
        }
    }

    /**
     * Moves a record to the recycle bin.
     *
     * @param reason code of the list {@code DELETE_REASON}; empty for what the program empties by itself
     * @param withParts whether what belongs to it goes along; hidden records of the program always do
     * @throws org.shegong.db.security.NotPermittedException when the role may not write such records
     */
    public Outcome recycle(String form, String id, String reason, boolean withParts) {
        return file.write(db -> recycleIn(db, forms.form(form), id, reason, withParts));
    }

    private Outcome recycleIn(DSLContext db, Form form, String id, String reason, boolean withParts) {
        RecordData record = RecordRows.byId(db, form, List.of(id)).get(id);
        if (record == null || record.deleted()) {
            return new Outcome.Gone();
        }
        clearance.requireUndoing(db, form, Set.of(id));
        Map<String, String> all = RecordLinks.withParts(db, forms, form.key(), id);
        List<RecordLinks.Link> uses = RecordLinks.outside(db, forms, all);
        List<RecordLinks.Link> parts = RecordLinks.to(db, forms, form.key(), id).stream()
            .filter(link -> link.part() && !forms.form(link.form()).hidden()).toList();
        if (!uses.isEmpty() || !withParts && !parts.isEmpty()) {
            return new Outcome.Linked(uses, parts);
        }
        all.entrySet().stream().collect(Collectors.groupingBy(Map.Entry::getValue,
                Collectors.mapping(Map.Entry::getKey, Collectors.toSet())))
            .forEach((key, ids) -> clearance.requireUndoing(db, forms.form(key), ids));
        List<RecordWrite> writes = new ArrayList<>();
        all.forEach((one, its) -> writes.add(0, new RecordWrite.Delete(its, one, reason)));
        return new Outcome.Done(journal.writeIn(db, actor, "recycle", form.label(), null, writes));
    }

    /** Brings a record back, with all that went into the bin with it. */
    public Outcome restore(String form, String id) {
        file.read(db -> {
            clearance.requireUndoing(db, forms.form(form), Set.of(id));
            return null;
        });
        Optional<StepSummary> step = steps.recyclingOf(id).filter(one -> one.step().action().equals("recycle")
            && one.stands());
        List<Finding> taken = taken(forms.form(form), id);
        if (!taken.isEmpty()) {
            return new Outcome.Refused(taken);
        }
        if (step.isPresent() && undo.undo(step.get().step().id()) instanceof StepUndo.Outcome.Done back) {
            return new Outcome.Done(back.step());
        }
        JournalStep alone = journal.write(actor, "restore", forms.form(form).label(),
            List.of(new RecordWrite.Restore(form, id)));
        return alone.entries() == 0 ? new Outcome.Gone() : new Outcome.Done(alone);
    }

    private List<Finding> taken(Form form, String id) {
        return file.read(db -> {
            RecordData record = RecordRows.byId(db, form, List.of(id)).get(id);
            return record == null ? List.of() : UniqueRules.check(db, form, id, record.values());
        });
    }

    /** Code of the reason for which a record was moved to the bin; empty when none was given. */
    public String reasonOf(String form, String id) {
        return journal.history(form, id).stream().filter(entry -> entry.op().equals("delete")).findFirst()
            .flatMap(entry -> entry.changes().stream().filter(change -> change.field().equals(RecordWrite.REASON))
                .findFirst()).map(change -> String.valueOf(change.after())).orElse("");
    }
}
