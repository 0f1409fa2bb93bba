package org.shegong.db.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.Finding;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.forms.FormValidator;
import org.shegong.db.forms.Level;
import org.shegong.db.forms.RecordValues;
import org.shegong.db.journal.Actor;
import org.shegong.db.journal.Journal;
import org.shegong.db.journal.JournalStep;
import org.shegong.db.journal.RecordWrite;
import org.shegong.db.journal.VersionConflictException;
import org.shegong.db.journal.seal.SealDamagedException;
import org.shegong.db.journal.seal.SealedText;
import org.shegong.db.security.NotPermittedException;

/** Saves records of any form: checks them, draws the conclusions, and hands them to the journal. */
public final class RecordSaving {
    private final StationFile file;
    private final FormCatalogue forms;
    private final FormValidator validator;
    private final Journal journal;
    private final Actor actor;
    private final Clock clock;
    private final List<SaveEffect> entryEffects;
    private final List<SaveEffect> importEffects;
    private final Clearance clearance;

    /** @param clearance what may be written; what effects add to a permitted save is not asked about */
    public RecordSaving(StationFile file, FormCatalogue forms, FormValidator validator, Journal journal, Actor actor,
                        Clock clock, List<SaveEffect> entryEffects, List<SaveEffect> importEffects,
                        Clearance clearance) {
        this.clearance = clearance;
        this.file = file;
        this.forms = forms;
        this.validator = validator;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
        this.entryEffects = entryEffects;
        this.importEffects = importEffects;
    }

    /**
     * Saves one record that a person typed.
     *
     * <p>A draft is kept whatever it lacks; a submitted record is refused while a finding is an error. What a record
     * from a ledger lacked when it came in is no error ({@link LedgerTolerance}).
     */
    public SaveResult save(RecordDraft draft) {
        Form form = forms.form(draft.form());
        if (!clearance.writes(form)) {
            return refused("role.read_only");
        }
        try {
            return file.write(db -> saveIn(db, form, draft));
        } catch (SealDamagedException e) {
            return refused(e.messageKey());
        } catch (NotPermittedException e) {
            return refused("seal.no_key");
        } catch (VersionConflictException e) {
            return file.read(db -> (SaveResult) new SaveResult.Conflict(
                RecordRows.byId(db, form, List.of(draft.id())).get(draft.id())));
        }
    }

    private SaveResult saveIn(DSLContext db, Form form, RecordDraft draft) {
        RecordData before = RecordRows.byId(db, form, List.of(draft.id())).get(draft.id());
        if (before != null && clearance.hides(db, form, draft.id())) {
            return refused("record.gone");
        }
        if (form.key().equals("setting") && !clearance.keepsSetting(String.valueOf(draft.values().get("key")))) {
            return refused("role.read_only");
        }
        if (before != null && before.values().values().stream().anyMatch(SealedText::isStandIn)) {
            return refused(before.values().containsValue(SealedText.DAMAGED) ? "seal.damaged" : "seal.no_key");
        }
        if (draft.values().values().stream().anyMatch(SealedText::isStandIn)) {
            return refused("seal.no_key");
        }
        long version = before == null ? 0 : before.version();
        if (version != draft.version()) {
            return before == null ? refused("record.gone") : new SaveResult.Conflict(before);
        }
        SaveContext context = context(db, form, draft, before);
        entryEffects.forEach(effect -> effect.apply(context));
        List<Finding> findings = findings(db, form, draft, before, context.values());
        if (draft.status() == RecordStatus.SUBMITTED && findings.stream().anyMatch(f -> f.level() == Level.E)) {
            return new SaveResult.Refused(findings);
        }
        JournalStep step = journal.writeIn(db, actor, "save", form.label(), null, writes(context, version));
        RecordData saved = RecordRows.byId(db, form, List.of(draft.id())).get(draft.id());
        return new SaveResult.Saved(saved, step.entries() == 0 ? "" : step.id(), findings);
    }

    private static SaveResult refused(String rule) {
        return new SaveResult.Refused(List.of(new Finding(rule, Level.E, "", rule, List.of())));
    }

    private List<Finding> findings(DSLContext db, Form form, RecordDraft draft, RecordData before,
                                   Map<String, Object> values) {
        List<Finding> found = findings(db, form, draft, values);
        return LedgerTolerance.appliesTo(before)
            ? LedgerTolerance.soften(found, findings(db, form, draft, before.values())) : found;
    }

    private List<Finding> findings(DSLContext db, Form form, RecordDraft draft, Map<String, Object> values) {
        List<Finding> findings = new ArrayList<>(validator.check(form, values,
            draft.status() == RecordStatus.SUBMITTED, today()));
        findings.addAll(UniqueRules.check(db, form, draft.id(), values));
        findings.addAll(RelatedRules.check(db, form, draft.id(), values));
        findings.addAll(ClientRules.check(db, form, values));
        findings.addAll(CategoryRules.check(db, form, draft.id(), values));
        findings.addAll(ConsentRules.check(db, form, values));
        findings.addAll(EntryRules.check(db, form, draft.id(), values, today()));
        findings.addAll(DayRules.check(db, form, draft.id(), values));
        findings.sort(Comparator.comparing(Finding::level));
        return findings;
    }

    /** What would be found about values as typed so far, without saving anything. */
    public List<Finding> preview(RecordDraft draft) {
        Form form = forms.form(draft.form());
        return file.read(db -> findings(db, form, draft, draft.isNew() ? null
            : RecordRows.byId(db, form, List.of(draft.id())).get(draft.id()), draft.values()));
    }

    /** The writes that saving this draft would make, its consequences included, for a step that does more than that. */
    List<RecordWrite> writesOf(DSLContext db, RecordDraft draft) {
        Form form = forms.form(draft.form());
        SaveContext context = context(db, form, draft, RecordRows.byId(db, form, List.of(draft.id())).get(draft.id()));
        entryEffects.forEach(effect -> effect.apply(context));
        return writes(context, draft.version());
    }

    private SaveContext context(DSLContext db, Form form, RecordDraft draft, RecordData before) {
        Map<String, Object> values = new LinkedHashMap<>(before == null ? Map.of() : before.values());
        draft.values().forEach((key, value) -> {
            Object kept = value instanceof String text ? text.strip() : value;
            if (RecordValues.isFilled(kept)) {
                values.put(key, kept);
            } else {
                values.remove(key);
            }
        });
        form.fields().stream().filter(f -> f.type().isComputed()).map(Field::key).forEach(values::remove);
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("status", draft.status().key());
        if (before == null) {
            header.put("source", draft.origin().key());
        }
        if (draft.importKey() != null) {
            header.put("import_key", draft.importKey());
        }
        return SaveContext.of(db, form, draft.id(), before, values, header, today());
    }

    private static List<RecordWrite> writes(SaveContext context, long version) {
        List<RecordWrite> writes = new ArrayList<>(context.first());
        if (context.before() == null) {
            writes.add(new RecordWrite.Insert(context.form().key(), context.id(), context.header(),
                context.values()));
        } else {
            Map<String, Object> values = new LinkedHashMap<>(context.values());
            context.before().values().keySet().forEach(key -> values.putIfAbsent(key, null));
            writes.add(new RecordWrite.Update(context.form().key(), context.id(), version, context.header(), values));
        }
        writes.addAll(context.then());
        return writes;
    }

    /**
     * Keeps records from ledgers as one step that can be taken back as a whole.
     *
     * <p>Ledger rows count as submitted history and are not held to the form's rules.
     *
     * @param drafts in an order in which each record comes before those that point to it
     */
    public JournalStep importAll(String action, String label, List<RecordDraft> drafts) {
        drafts.stream().map(RecordDraft::form).distinct().map(forms::form).forEach(clearance::requireWriting);
        return file.write(db -> {
            List<RecordWrite> writes = new ArrayList<>();
            for (RecordDraft draft : drafts) {
                Form form = forms.form(draft.form());
                RecordData before = draft.isNew() ? null
                    : RecordRows.byId(db, form, List.of(draft.id())).get(draft.id());
                SaveContext context = context(db, form, draft, before);
                importEffects.forEach(effect -> effect.apply(context));
                writes.addAll(writes(context, draft.version()));
            }
            return journal.writeIn(db, actor, action, label, null, writes);
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
