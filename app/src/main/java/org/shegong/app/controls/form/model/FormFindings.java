package org.shegong.app.controls.form.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.Finding;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.Level;
import org.shegong.db.store.LedgerTolerance;
import org.shegong.db.store.RecordData;

/**
 * What stands against submitting the form, and which of it is shown where.
 *
 * <p>Rules of the record itself are judged at once; rules that need the file come later from {@link #remote(List)}.
 */
public final class FormFindings {
    private static final String MISSING = "required.missing";
    private final FormDesk desk;
    private final Form form;
    private final Map<String, FieldModel> fields;
    private final ObservableList<FieldModel> missing = FXCollections.observableArrayList();
    private final ObservableList<FieldModel> wrong = FXCollections.observableArrayList();
    private final ObservableList<Note> general = FXCollections.observableArrayList();
    private final ObservableList<FieldModel> incomplete = FXCollections.observableArrayList();
    private List<Finding> forgiven = List.of();
    private List<Finding> local = List.of();
    private List<Finding> remote = List.of();

    FormFindings(FormDesk desk, Form form, Map<String, FieldModel> fields) {
        this.desk = desk;
        this.form = form;
        this.fields = fields;
    }

    /** Required fields that are shown and empty, from the top. */
    public ObservableList<FieldModel> missing() {
        return missing;
    }

    /** Fields that a record from a ledger still lacks, which keeps it neither from counting nor from being saved. */
    public ObservableList<FieldModel> incomplete() {
        return incomplete;
    }

    /** Fields with errors other than being empty, from the top. */
    public ObservableList<FieldModel> wrong() {
        return wrong;
    }

    /** Sentences that concern no single field. */
    public ObservableList<Note> general() {
        return general;
    }

    /** Judges the values as they stand. */
    void judge(Map<String, Object> values) {
        local = LedgerTolerance.soften(check(values), forgiven);
        refresh();
    }

    /** Learns from the record as kept what it is forgiven; null for a new one. */
    void forgive(RecordData stored) {
        forgiven = LedgerTolerance.appliesTo(stored) ? check(stored.values()) : List.of();
    }

    private List<Finding> check(Map<String, Object> values) {
        return desk.station().validator().check(form, values, true, desk.station().today());
    }

    /** Takes findings that the file gave; those that the record's own rules give as well are not doubled. */
    void remote(List<Finding> found) {
        remote = found.stream().filter(finding -> !finding.rule().equals(MISSING)).toList();
        refresh();
    }

    /** Forgets what the file said about earlier values. */
    void clearRemote() {
        remote = List.of();
    }

    /** Shows every field's findings, after somebody tried to submit. */
    void showAll() {
        fields.values().forEach(field -> field.leftProperty().set(true));
        refresh();
    }

    /** Works out anew what is shown. */
    void refresh() {
        List<Finding> all = all();
        List<FieldModel> empty = new ArrayList<>();
        List<FieldModel> bad = new ArrayList<>();
        List<FieldModel> later = new ArrayList<>();
        for (FieldModel model : fields.values()) {
            List<Finding> own = of(all, model.key());
            boolean unreadable = model.unreadableProperty().get();
            if (!unreadable) {
                own.stream().filter(finding -> finding.rule().equals(MISSING)).findFirst()
                    .ifPresent(finding -> (finding.level() == Level.E ? empty : later).add(model));
            }
            if (unreadable || own.stream().anyMatch(f -> f.level() == Level.E && !f.rule().equals(MISSING))) {
                bad.add(model);
            }
            setIfChanged(model.notes(), model.leftProperty().get() ? notes(model, own) : List.of());
        }
        setIfChanged(missing, empty);
        setIfChanged(wrong, bad);
        setIfChanged(incomplete, later);
        setIfChanged(general, of(all, "").stream().map(this::note).toList());
    }

    private List<Finding> all() {
        List<Finding> all = new ArrayList<>(local);
        remote.stream().filter(finding -> local.stream().noneMatch(known -> known.rule().equals(finding.rule())
            && known.field().equals(finding.field()))).forEach(all::add);
        all.sort(Comparator.comparing(Finding::level));
        return all;
    }

    private List<Finding> of(List<Finding> all, String key) {
        return all.stream().filter(finding -> key.isEmpty()
            ? !fields.containsKey(finding.field()) : finding.field().equals(key)).toList();
    }

    private List<Note> notes(FieldModel model, List<Finding> own) {
        if (model.unreadableProperty().get()) {
            return List.of(new Note(Level.E, unreadable(model.field())));
        }
        return own.stream().map(this::note).toList();
    }

    private String unreadable(Field field) {
        return desk.texts().text(switch (field.type()) {
            case DATE, DATE_TIME -> "unreadable.date";
            case TIME -> "unreadable.time";
            case MINUTES -> "unreadable.minutes";
            case MONEY -> "unreadable.money";
            case CODE, CODES, REF, REFS -> "unreadable.choice";
            default -> "unreadable.number";
        });
    }

    private Note note(Finding finding) {
        return new Note(finding.level(), desk.texts().finding(finding));
    }

    /** Leaves an unchanged list alone, so that nothing on screen moves without need. */
    private static <T> void setIfChanged(ObservableList<T> list, List<T> wanted) {
        if (!list.equals(wanted)) {
            list.setAll(wanted);
        }
    }
}
