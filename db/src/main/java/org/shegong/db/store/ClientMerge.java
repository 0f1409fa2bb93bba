package org.shegong.db.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.Actor;
import org.shegong.db.journal.Journal;
import org.shegong.db.journal.JournalStep;
import org.shegong.db.journal.RecordWrite;

/**
 * Makes one file of two about the same person (validation rules, section 11): everything that names the one comes to
 * name the other, and the one stays as a pointer. One step of the journal, which can be taken back as a whole.
 *
 * <p>Reports already finalised are snapshots and keep their figures; the difference appears as the adjustment B03b of
 * the next one.
 */
public final class ClientMerge {
    /** The step's action in the journal. */
    public static final String ACTION = "merge";
    private static final String CLIENT = "client";
    private final StationFile file;
    private final FormCatalogue forms;
    private final Journal journal;
    private final RecordSaving saving;
    private final Actor actor;
    private final Clearance clearance;

    public ClientMerge(StationFile file, FormCatalogue forms, Journal journal, RecordSaving saving, Actor actor,
                       Clearance clearance) {
        this.clearance = clearance;
        this.file = file;
        this.forms = forms;
        this.journal = journal;
        this.saving = saving;
        this.actor = actor;
    }

    /** One field that the two files fill differently; null stands for empty. */
    public record Difference(Field field, Object kept, Object other) {
        /** What is proposed: what the kept file says, or what the other one says where it says nothing. */
        public Object proposed() {
            return kept != null ? kept : other;
        }
    }

    /** Two files beside each other, and what would move. */
    public record Preview(RecordData kept, RecordData other, List<Difference> differences,
                          List<RecordLinks.Link> moving) {
    }

    /** How merging ended. */
    public sealed interface Outcome {
        /** Done by this step. */
        record Merged(JournalStep step) implements Outcome {
        }

        /**
         * Nothing was written.
         *
         * @param reason {@code same}, {@code gone}, {@code merged} or {@code changed}
         */
        record Refused(String reason) implements Outcome {
        }
    }

    /** What merging would do, with the differences to choose from; both files must exist. */
    public Preview preview(String keptId, String otherId) {
        clearance.requireWriting(forms.form(CLIENT));
        return file.read(db -> {
            RecordData kept = client(db, keptId);
            RecordData other = client(db, otherId);
            List<Difference> differences = new ArrayList<>();
            for (Field f : forms.form(CLIENT).fields()) {
                Object mine = kept.values().get(f.key());
                Object theirs = other.values().get(f.key());
                if (isChosen(f) && !Objects.equals(mine, theirs)) {
                    differences.add(new Difference(f, mine, theirs));
                }
            }
            List<RecordLinks.Link> moving = RecordLinks.to(db, forms, CLIENT, otherId).stream()
                .filter(link -> !forms.form(link.form()).hidden()).toList();
            return new Preview(kept, other, differences, moving);
        });
    }

    /** Numbers, computed values and the pointer itself are nobody's choice; files of both are kept. */
    private static boolean isChosen(Field f) {
        return f.type() != FieldType.AUTO && !f.type().isComputed() && f.type() != FieldType.ATTACHMENT
            && !f.key().equals("merged_to");
    }

    /**
     * Merges.
     *
     * @param kept the file that stays, as it was shown
     * @param other the file that becomes a pointer, as it was shown
     * @param chosen values that the kept file takes; null empties, missing ones stay
     * @throws org.shegong.db.security.NotPermittedException when the role may not write clients
     */
    public Outcome merge(RecordData kept, RecordData other, Map<String, Object> chosen) {
        clearance.requireWriting(forms.form(CLIENT));
        return kept.id().equals(other.id()) ? new Outcome.Refused("same")
            : file.write(db -> mergeIn(db, kept, other, chosen));
    }

    private Outcome mergeIn(DSLContext db, RecordData kept, RecordData other, Map<String, Object> chosen) {
        RecordData main = client(db, kept.id());
        RecordData pointer = client(db, other.id());
        if (main == null || pointer == null || main.deleted() || pointer.deleted()) {
            return new Outcome.Refused("gone");
        }
        if (!main.text("merged_to").isEmpty() || !pointer.text("merged_to").isEmpty()) {
            return new Outcome.Refused("merged");
        }
        if (main.version() != kept.version() || pointer.version() != other.version()) {
            return new Outcome.Refused("changed");
        }
        List<RecordWrite> writes = new ArrayList<>();
        writes.add(new RecordWrite.Update(CLIENT, pointer.id(), pointer.version(), Map.of(),
            Map.of("merged_to", main.id())));
        writes.addAll(saving.writesOf(db, RecordDraft.change(main, main.status(), values(main, pointer, chosen))));
        Object household = chosen.containsKey("household_id") ? chosen.get("household_id")
            : main.values().get("household_id");
        writes.addAll(new MergeMoves(db, forms, main, pointer, household == null ? "" : household.toString())
            .writes());
        return new Outcome.Merged(journal.writeIn(db, actor, ACTION, forms.form(CLIENT).label(), null, writes));
    }

    private Map<String, Object> values(RecordData main, RecordData pointer, Map<String, Object> chosen) {
        Map<String, Object> values = new LinkedHashMap<>(chosen);
        for (Field f : forms.form(CLIENT).fields()) {
            if (f.type() == FieldType.ATTACHMENT && !pointer.many(f.key()).isEmpty()) {
                List<String> both = new ArrayList<>(main.many(f.key()));
                both.addAll(pointer.many(f.key()));
                values.put(f.key(), both);
            }
        }
        return values;
    }

    private RecordData client(DSLContext db, String id) {
        Form form = forms.form(CLIENT);
        return RecordRows.byId(db, form, List.of(id)).get(id);
    }
}
