package org.shegong.app.controls.form.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormValidator;
import org.shegong.db.journal.KeptTyping;
import org.shegong.db.store.Origin;
import org.shegong.db.store.PossibleDuplicate;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;

/**
 * One record of any form while it is edited: its fields, what is asked of them, what was found about them.
 * Saving is in {@link #saving()}. For the thread of the window only.
 */
public final class FormViewModel {
    private static final Duration QUIET = Duration.ofMillis(350);
    private final FormDesk desk;
    private final Form form;
    private final String id;
    private final Map<String, FieldModel> fields = new LinkedHashMap<>();
    private final ObservableMap<String, String> labels = FXCollections.observableHashMap();
    private final ObservableList<PossibleDuplicate> duplicates = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper(false);
    private final FormFindings findings;
    private final DerivedValues derived;
    private final FormSaving saving;
    private final MaskedFields masked;
    private final FormTyping typing;
    private final List<EarlierTyping> earlier;
    private final boolean resumed;
    private final BroughtValues brought = new BroughtValues(this);
    private Map<String, Object> baseline;
    private Runnable cancelCheck = () -> { };
    private long changes;
    private boolean settling;

    public FormViewModel(FormDesk desk, OpenedRecord opened) {
        this.desk = desk;
        this.form = opened.form();
        this.id = opened.id();
        form.fields().forEach(field -> fields.put(field.key(), new FieldModel(field)));
        this.findings = new FormFindings(desk, form, fields);
        this.derived = new DerivedValues(form, desk.station().codes(), desk.station().today());
        this.saving = new FormSaving(desk, this, opened.stored());
        this.masked = new MaskedFields(desk, form.key(), id, fields.values());
        this.typing = new FormTyping(desk, this, opened.typing());
        this.earlier = opened.earlier();
        this.resumed = opened.typing() != null;
        labels.putAll(opened.labels());
        fields.values().forEach(model -> {
            model.valueProperty().addListener((o, before, now) -> changed());
            model.unreadableProperty().addListener((o, before, now) -> findings.refresh());
            model.rawProperty().addListener((o, before, now) -> rawChanged());
            model.leftProperty().addListener((o, before, now) -> findings.refresh());
        });
        begin(opened);
    }

    private void begin(OpenedRecord opened) {
        findings.forgive(opened.stored());
        Map<String, Object> start = new LinkedHashMap<>(opened.values());
        if (opened.stored() == null) {
            start.putAll(derived.changes(start));
        }
        replace(start);
        baseline = start;
        if (opened.typing() != null) {
            resume(opened.typing());
        }
        if (opened.stored() != null) {
            masked.begin(opened.shield());
            fields.values().stream().filter(model -> model.value() != null)
                .forEach(model -> model.leftProperty().set(true));
        }
        if (opened.stored() == null && opened.typing() == null) {
            brought.lookAgain();
        }
        scheduleCheck();
    }

    /** Puts what was left unfinished back over the record; where others changed the same meanwhile, it is a quarrel. */
    private void resume(KeptTyping found) {
        if (saving.stored() != null) {
            Map<String, Object> then = new LinkedHashMap<>(baseline);
            if (found.baseVersion() >= 0) {
                found.values().keySet().forEach(then::remove);
                then.putAll(found.before());
            }
            baseline = then;
        }
        settling = true;
        found.values().forEach((key, value) -> field(key).set(value));
        found.raw().forEach((key, text) -> fields.get(key).setUnreadable(text));
        settling = false;
        derived.settle(values());
        brought.settle();
        evaluate();
        dirty.set(isDirty());
        found.values().keySet().forEach(key -> field(key).leftProperty().set(true));
        found.raw().keySet().forEach(key -> field(key).leftProperty().set(true));
        saving.resumed();
    }

    /** True when the form began with what had been left unfinished. */
    public boolean isResumed() {
        return resumed;
    }

    /** New records of this form that were left unfinished earlier and can be gone on with instead. */
    public List<EarlierTyping> earlier() {
        return earlier;
    }

    /** Keeps what is typed until it is saved. */
    public FormTyping typing() {
        return typing;
    }

    /** True while some editor holds text that is no value. */
    boolean hasUnreadable() {
        return fields.values().stream().anyMatch(model -> model.unreadableProperty().get());
    }

    public FormDesk desk() {
        return desk;
    }

    public Form form() {
        return form;
    }

    public String id() {
        return id;
    }

    /** Every field of the form, in its order, shown or not. */
    public List<FieldModel> fields() {
        return List.copyOf(fields.values());
    }

    /** One field; the form must have it. */
    public FieldModel field(String key) {
        return Objects.requireNonNull(fields.get(key), key);
    }

    public FormFindings findings() {
        return findings;
    }

    /** Values that are not shown yet. */
    public MaskedFields masked() {
        return masked;
    }

    public FormSaving saving() {
        return saving;
    }

    /** Names of records that the values point to, by id; filled as they become known. */
    public ObservableMap<String, String> labels() {
        return labels;
    }

    /** Clients who may be the one being typed, the surest first; empty for other forms. */
    public ObservableList<PossibleDuplicate> duplicates() {
        return duplicates;
    }

    /** True while something typed is not saved. */
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /** The values as they stand, computed ones left out; empty fields have no key. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.values().stream().filter(model -> model.value() != null && !model.field().type().isComputed())
            .forEach(model -> values.put(model.key(), model.value()));
        return values;
    }

    /** The draft that saving would hand over: every field the person may change, empty ones as null. */
    RecordDraft draft(RecordData stored, RecordStatus status) {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.values().stream().filter(FieldModel::isEditable)
            .forEach(model -> values.put(model.key(), model.value()));
        return stored == null ? new RecordDraft(form.key(), id, 0, status, Origin.ENTRY, null, values)
            : RecordDraft.change(stored, status, values);
    }

    /** Puts these values into the fields, as if nobody had typed yet; those missing become empty. */
    void replace(Map<String, Object> values) {
        settling = true;
        fields.values().forEach(model -> model.set(values.get(model.key())));
        settling = false;
        derived.settle(values());
        brought.settle();
        evaluate();
    }

    /** Shows the record as kept; what was typed and not saved is gone. */
    void settle(RecordData saved) {
        findings.forgive(saved);
        replace(saved.values());
        settled(saved);
    }

    /**
     * Takes the record as saved for what changes are counted from. What was typed while saving ran stays, and so does
     * text that is no value.
     *
     * @param sent values that were saved; empty fields have no key
     */
    void settle(RecordData saved, Map<String, Object> sent) {
        findings.forgive(saved);
        settling = true;
        fields.values().stream().filter(model -> model.rawProperty().get().isEmpty()
                && Objects.equals(model.value(), sent.get(model.key())) || !model.isEditable())
            .forEach(model -> model.set(saved.values().get(model.key())));
        settling = false;
        derived.settle(values());
        brought.settle();
        evaluate();
        settled(saved);
    }

    private void settled(RecordData saved) {
        baseline = saved.values();
        dirty.set(isDirty());
        findings.clearRemote();
        findings.refresh();
        loadLabels();
    }

    /** Throws away what was typed into a record that does not exist yet. */
    void startAgain() {
        replace(baseline);
        dirty.set(false);
    }

    /** Takes these values into fields that still hold what the form began with. */
    void takeOver(Map<String, Object> values) {
        Map<String, Object> now = values();
        values.forEach((key, value) -> {
            if (Objects.equals(now.get(key), baseline.get(key)) && field(key).isEditable()) {
                field(key).set(value);
            }
        });
        loadLabels();
    }

    /** Values the record had when it was opened or last saved. */
    Map<String, Object> baseline() {
        return baseline;
    }

    void rebase(Map<String, Object> stored) {
        baseline = stored;
        dirty.set(isDirty());
    }

    private boolean isDirty() {
        Map<String, Object> now = values();
        return fields.values().stream().filter(FieldModel::isEditable)
            .anyMatch(model -> !model.rawProperty().get().isEmpty() || !Objects.equals(now.get(model.key()), baseline.get(model.key())));
    }

    private void rawChanged() {
        if (!settling) {
            dirty.set(isDirty());
            typing.changed();
        }
    }

    private void changed() {
        if (settling) {
            return;
        }
        settling = true;
        changes++;
        derived.changes(values()).forEach((key, value) -> field(key).set(value));
        settling = false;
        findings.clearRemote();
        evaluate();
        dirty.set(isDirty());
        typing.changed();
        brought.look();
        scheduleCheck();
    }

    private void evaluate() {
        Map<String, Object> all = desk.station().validator().withComputed(form, values(), desk.station().today());
        settling = true;
        for (FieldModel model : fields.values()) {
            if (model.field().type().isComputed()) {
                model.set(all.get(model.key()));
            }
            model.show(FormValidator.isShown(form, model.field(), all), model.field().requiredIf().test(all));
        }
        settling = false;
        findings.judge(values());
    }

    private void scheduleCheck() {
        cancelCheck.run();
        cancelCheck = desk.background().after(QUIET, this::check);
    }

    private void check() {
        long asked = changes;
        RecordDraft draft = draft(saving.stored(), RecordStatus.SUBMITTED);
        desk.background().run(() -> desk.station().saving().preview(draft), found -> {
            if (asked == changes) {
                findings.remote(found);
            }
        }, failure -> saving.fail(failure));
        if (form.key().equals("client")) {
            Map<String, Object> typed = values();
            desk.background().run(() -> desk.station().duplicates().find(id, typed), found -> {
                if (asked == changes) {
                    duplicates.setAll(found);
                }
            }, failure -> saving.fail(failure));
        }
        loadLabels();
    }

    /** Learns the names of records pointed to that are not known yet. */
    public void loadLabels() {
        Map<String, List<String>> unknown = new LinkedHashMap<>();
        for (FieldModel model : fields.values()) {
            if (!model.field().target().isEmpty() && model.value() != null) {
                List<String> ids = model.field().type().isMany() ? model.many()
                    : List.of(model.value().toString());
                ids.stream().filter(one -> !labels.containsKey(one)).forEach(one ->
                    unknown.computeIfAbsent(model.field().target(), key -> new ArrayList<>()).add(one));
            }
        }
        unknown.forEach((target, ids) -> desk.background().run(() -> desk.station().records().labels(target, ids),
            labels::putAll, failure -> saving.fail(failure)));
    }

    /** Stops what is still under way; call it when the form is closed. */
    public void close() {
        cancelCheck.run();
        typing.close();
    }
}
