package org.shegong.app.screens.report;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.app.AppContext;
import org.shegong.app.tasks.Latest;
import org.shegong.db.Station;
import org.shegong.reports.catalogue.MonthlyTexts;
import org.shegong.reports.catalogue.RequiredReason;
import org.shegong.reports.privacy.FoundTraces;
import org.shegong.reports.privacy.PersonalScan;

/** What people write on a monthly report; kept a moment after typing. Window thread only. */
public final class TextsViewModel {
    /** The text sections in the order of the report. */
    public static final List<String> SECTIONS = List.of("work", "typical", "problems", "plan", "upward");
    /** The check that asks why everything is zero. */
    private static final String ZERO_CHECK = "X15";
    private static final String ZERO_LIST = "ZERO_REASON";
    private static final Duration LOOK_AFTER = Duration.ofMillis(500);
    private final AppContext context;
    private final AutosavedRecord record;
    private final Latest looking;
    private final Map<String, StringProperty> sections = new LinkedHashMap<>();
    private final Map<String, StringProperty> reasons = new TreeMap<>();
    private final BooleanProperty deidentified = new SimpleBooleanProperty();
    private final StringProperty zeroReason = new SimpleStringProperty("");
    private final ObservableList<RequiredReason> required = FXCollections.observableArrayList();
    private final ObservableList<RequiredReason> requiredShown = FXCollections.unmodifiableObservableList(required);
    private final ReadOnlyBooleanWrapper editable = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<List<FoundTraces.Line>> traces = new ReadOnlyObjectWrapper<>(List.of());
    private final Map<String, String> zeroReasons = new LinkedHashMap<>();
    private volatile PersonalScan scan;
    private String month = "";
    private boolean filling;

    public TextsViewModel(AppContext context) {
        this.context = context;
        this.record = new AutosavedRecord(context, "monthly_report");
        this.looking = new Latest(context.tasks());
        SECTIONS.forEach(key -> sections.put(key, typed(key)));
        deidentified.addListener((property, before, now) -> put("deidentified", now));
        zeroReason.addListener((property, before, now) -> put("zero_reason", now));
        context.tasks().work(progress -> zeroReasonsOf(context.station())).onSuccess(zeroReasons::putAll).start();
    }

    private static Map<String, String> zeroReasonsOf(Station station) {
        Map<String, String> labels = new LinkedHashMap<>();
        station.codes().list(ZERO_LIST).offered(station.today()).forEach(code -> labels.put(code.code(), code.label()));
        return labels;
    }

    private StringProperty typed(String key) {
        StringProperty text = new SimpleStringProperty("");
        text.addListener((property, before, now) -> {
            put(key, now);
            look();
        });
        return text;
    }

    private void put(String field, Object value) {
        if (!filling && editable.get()) {
            record.put(field, value);
        }
    }

    /** Shows what a report says; typing that is not kept yet stays. */
    public void show(ReportState state) {
        String shown = state.shown().period().toString();
        boolean same = shown.equals(month) && record.isPending();
        month = shown;
        scan = null;
        record.turnTo(Map.of("period", shown));
        editable.set(!state.locked());
        required.setAll(state.locked() ? List.of() : state.shown().reasons());
        if (!same) {
            fill(state.shown().texts());
        }
        look();
    }

    private void fill(MonthlyTexts texts) {
        filling = true;
        sections.get("work").set(texts.work());
        sections.get("typical").set(texts.typical());
        sections.get("problems").set(texts.problems());
        sections.get("plan").set(texts.plan());
        sections.get("upward").set(texts.upward());
        deidentified.set(texts.deidentified());
        zeroReason.set(texts.zeroReason());
        reasons.forEach((key, property) -> property.set(texts.reasons().getOrDefault(key, "")));
        texts.reasons().forEach((key, text) -> reason(key).set(text));
        filling = false;
    }

    private void look() {
        looking.startAfter(LOOK_AFTER, () -> {
            String text = String.join("\n", sections.values().stream().map(StringProperty::get).toList());
            return context.tasks().work(progress -> FoundTraces.in(scan(), List.of(text))).onSuccess(traces::set);
        });
    }

    /** Names of the register are read again each time a report is shown. */
    private PersonalScan scan() {
        PersonalScan known = scan;
        if (known == null) {
            known = PersonalScan.of(context.station());
            scan = known;
        }
        return known;
    }

    /** Replaces in every section what was found, but for these texts. */
    void replaceTraces(Set<String> kept) {
        PersonalScan known = scan;
        if (known != null && editable.get()) {
            sections.values().forEach(text -> text.set(known.keeping(kept).cleaned(text.get())));
        }
    }

    /** Text of a section, both ways. */
    public StringProperty section(String key) {
        return sections.get(key);
    }

    /** The reason written for a row code or check id, both ways. */
    public StringProperty reason(String key) {
        return reasons.computeIfAbsent(key, made -> {
            StringProperty text = new SimpleStringProperty("");
            text.addListener((property, before, now) -> put("reasons", reasonsJson()));
            return text;
        });
    }

    private String reasonsJson() {
        Map<String, String> written = new TreeMap<>();
        reasons.forEach((key, text) -> {
            if (!text.get().isBlank()) {
                written.put(key, text.get().strip());
            }
        });
        return MonthlyTexts.reasonsJson(written);
    }

    /** True for the reason that is chosen from a list instead of written. */
    public static boolean isZeroReport(RequiredReason reason) {
        return reason.key().equals(ZERO_CHECK);
    }

    /** Whether somebody confirmed that the typical case tells nobody's identity. */
    public BooleanProperty deidentifiedProperty() {
        return deidentified;
    }

    /** Code of why everything is zero; empty for none. */
    public StringProperty zeroReasonProperty() {
        return zeroReason;
    }

    /** Names of the reasons for a report of zeros, by code. */
    public Map<String, String> zeroReasons() {
        return Collections.unmodifiableMap(zeroReasons);
    }

    /** What must be explained; empty for a locked version. */
    public ObservableList<RequiredReason> required() {
        return requiredShown;
    }

    /** False while a locked version is shown. */
    public ReadOnlyBooleanProperty editableProperty() {
        return editable.getReadOnlyProperty();
    }

    /** What in the texts could tell who is meant. */
    ReadOnlyObjectProperty<List<FoundTraces.Line>> tracesProperty() {
        return traces.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<AutosavedRecord.Keeping> keepingProperty() {
        return record.keepingProperty();
    }

    /** Keeps what was typed now. */
    public void flush() {
        record.flush();
    }
}
