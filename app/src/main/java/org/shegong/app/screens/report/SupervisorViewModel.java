package org.shegong.app.screens.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.app.AppContext;
import org.shegong.app.tasks.Latest;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.catalogue.SupervisorSheet;
import org.shegong.reports.document.Document;

/** The supervisor's monthly sheets (form F26) of a month, with the texts typed on them. Window thread only. */
public final class SupervisorViewModel {
    /** The texts in the order of the sheet. */
    public static final List<String> TEXTS = List.of("topics", "growth", "issues", "advice", "next_plan");
    private final AppContext context;
    private final ReportReading reading;
    private final Latest latest;
    private final AutosavedRecord record;
    private final ObservableList<SupervisorSheet> sheets = FXCollections.observableArrayList();
    private final ObservableList<SupervisorSheet> sheetsShown = FXCollections.unmodifiableObservableList(sheets);
    private final ObjectProperty<SupervisorSheet> chosen = new SimpleObjectProperty<>();
    private final Map<String, StringProperty> fields = new LinkedHashMap<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private boolean filling;
    private String shown = "";

    SupervisorViewModel(AppContext context, ReportReading reading) {
        this.context = context;
        this.reading = reading;
        this.latest = new Latest(context.tasks());
        this.record = new AutosavedRecord(context, "supervisor_monthly");
        TEXTS.forEach(key -> {
            StringProperty text = new SimpleStringProperty("");
            text.addListener((property, before, now) -> {
                if (!filling && editable()) {
                    record.put(key, now);
                }
            });
            fields.put(key, text);
        });
        chosen.addListener((property, before, sheet) -> show(sheet));
    }

    /** Reads the sheets of a month; the chosen supervisor stays chosen. */
    public void load(StatMonth month) {
        busy.set(true);
        latest.start(context.tasks().work(progress ->
            reading.supervisors(new StatMonth(month.month(), reading.rule()))).onSuccess(read -> {
                String name = chosen.get() == null ? "" : chosen.get().name();
                sheets.setAll(read);
                chosen.set(read.stream().filter(sheet -> sheet.name().equals(name)).findFirst()
                    .orElse(read.isEmpty() ? null : read.get(0)));
            }).onEnd(() -> busy.set(false)));
    }

    private void show(SupervisorSheet sheet) {
        if (sheet == null) {
            record.turnTo(Map.of());
            return;
        }
        String identity = sheet.supervisor() + sheet.name() + sheet.period();
        boolean typing = identity.equals(shown) && record.isPending();
        shown = identity;
        if (!sheet.supervisor().isEmpty()) {
            record.turnTo(Map.of("supervisor_id", sheet.supervisor(), "period", sheet.period().toString()));
        } else {
            record.turnTo(Map.of());
        }
        if (!typing) {
            fill(sheet.texts());
        }
    }

    private void fill(SupervisorSheet.Texts written) {
        filling = true;
        fields.get("topics").set(written.topics());
        fields.get("growth").set(written.growth());
        fields.get("issues").set(written.issues());
        fields.get("advice").set(written.advice());
        fields.get("next_plan").set(written.nextPlan());
        filling = false;
    }

    /** True when the chosen supervisor is registered, so that texts can be kept. */
    public boolean editable() {
        return chosen.get() != null && !chosen.get().supervisor().isEmpty();
    }

    /** The chosen sheet as it prints, with the texts as typed. */
    Document document(SupervisorSheet sheet, SupervisorSheet.Texts typed) {
        return reading.document(new SupervisorSheet(sheet.station(), sheet.period(), sheet.supervisor(), sheet.name(),
            sheet.figures(), sheet.met(), sheet.others(), sheet.rounds(), sheet.actions(), sheet.topics(), typed));
    }

    /** The texts as typed. */
    SupervisorSheet.Texts typed() {
        return new SupervisorSheet.Texts(text("topics").get(), text("growth").get(), text("issues").get(),
            text("advice").get(), text("next_plan").get());
    }

    ReportReading reading() {
        return reading;
    }

    /** Sheets of the month, one for each supervisor; may be empty. */
    public ObservableList<SupervisorSheet> sheets() {
        return sheetsShown;
    }

    /** The sheet in front; null when there is none. */
    public ObjectProperty<SupervisorSheet> chosenProperty() {
        return chosen;
    }

    /** A text of the sheet, both ways. */
    public StringProperty text(String key) {
        return fields.get(key);
    }

    /** True while sheets are being read. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Keeps what was typed now. */
    public void flush() {
        record.flush();
    }
}
