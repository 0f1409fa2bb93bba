package org.shegong.app.controls.export;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.shegong.app.i18n.Texts;
import org.shegong.app.tasks.Progress;
import org.shegong.app.tasks.Tasks;
import org.shegong.app.tasks.Work;
import org.shegong.db.Station;
import org.shegong.db.domain.MonthRule;
import org.shegong.db.forms.Form;
import org.shegong.db.store.Consents;
import org.shegong.db.store.ListQuery;
import org.shegong.reports.document.Listing;
import org.shegong.reports.ledger.recognise.KindSpec;
import org.shegong.reports.ledger.recognise.LedgerWords;
import org.shegong.reports.ledger.write.LedgerExport;
import org.shegong.reports.printing.Edition;
import org.shegong.reports.printing.Roster;
import org.shegong.reports.privacy.Cleaning;
import org.shegong.reports.privacy.FoundTraces;
import org.shegong.reports.privacy.PersonalScan;
import org.shegong.reports.render.DocumentWriteException;
import org.shegong.reports.render.ExcelRenderer;
import org.shegong.reports.render.RenderProgress;

/**
 * A list on its way into a workbook: as it is shown, or as the ledger that can be imported again; masked, or in full
 * for a reason that the journal keeps. Window thread only.
 */
public final class ListExportModel {
    /** What the workbook looks like. */
    public enum Shape {
        /** Lines and columns of the list. */
        AS_SHOWN,
        /** The ledger as stations keep it. */
        LEDGER
    }

    /**
     * The list as it stands.
     *
     * @param columns field keys in order
     * @param ids of its records in order
     * @param month the month shown; null for all time
     */
    public record Shown(String form, List<String> columns, List<String> ids, YearMonth month) {
        public Shown {
            columns = List.copyOf(columns);
            ids = List.copyOf(ids);
        }
    }

    private final Station station;
    private final Tasks tasks;
    private final Texts texts;
    private final OutputFolder folder;
    private final Shown shown;
    private final Form form;
    private final Optional<KindSpec> ledger;
    private final ObjectProperty<Shape> shape = new SimpleObjectProperty<>(Shape.AS_SHOWN);
    private final BooleanProperty plain = new SimpleBooleanProperty();
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Consumer<Path> saved = path -> { };
    private Consumer<String> failed = words -> { };
    private BiConsumer<List<FoundTraces.Line>, Consumer<Set<String>>> asks = (found, go) -> go.accept(Set.of());

    public ListExportModel(Station station, Tasks tasks, Texts texts, OutputFolder folder, Shown shown) {
        this.station = station;
        this.tasks = tasks;
        this.texts = texts;
        this.folder = folder;
        this.shown = shown;
        this.form = station.forms().form(shown.form());
        this.ledger = LedgerWords.bundled().kinds().stream().filter(kind -> kind.form().equals(shown.form()))
            .findFirst();
    }

    /** Called with the file once it is written. */
    public void onSaved(Consumer<Path> listener) {
        saved = listener;
    }

    /**
     * Called with what could tell who is meant in the texts of a masked list; it passes on which of it stays as it is,
     * or nothing when the person changes his mind.
     */
    public void onFound(BiConsumer<List<FoundTraces.Line>, Consumer<Set<String>>> listener) {
        asks = listener;
    }

    /** Called in words when it could not be written. */
    public void onFailed(Consumer<String> listener) {
        failed = listener;
    }

    public Form form() {
        return form;
    }

    /** True when stations keep a ledger of this form. */
    public boolean hasLedger() {
        return ledger.isPresent();
    }

    /** How many lines the list has. */
    public int lines() {
        return shown.ids().size();
    }

    /** The month the list is about, in words; empty for all time. */
    public String monthWords() {
        return shown.month() == null ? "" : texts.get("listing.month", shown.month().getYear(),
            shown.month().getMonthValue());
    }

    public ObjectProperty<Shape> shapeProperty() {
        return shape;
    }

    /** True when names and numbers stand in full. */
    public BooleanProperty plainProperty() {
        return plain;
    }

    /** Why they do. */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** Why it cannot begin, in words; empty when it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public OutputFolder folder() {
        return folder;
    }

    /** Persons of the list who have withdrawn a consent, and are therefore to be minded; counted beside the window. */
    public Work<Integer> withdrawn() {
        return tasks.work(progress -> new Consents(station).withdrawn(form.key(), shown.ids()).size());
    }

    /** Begins writing beside the window; false when something is still to be said first. */
    public boolean start() {
        problem.set(plain.get() && reason.get().isBlank() ? texts.get("listing.no_reason") : "");
        if (!problem.get().isEmpty()) {
            return false;
        }
        Order order = new Order(shape.get(), plain.get(), reason.get().strip(), folder.folderProperty().get(),
            Set.of());
        if (order.plain()) {
            begin(order);
        } else {
            look(order);
        }
        return true;
    }

    /** Looks through what people wrote freely before a masked list is written; what is found must be decided about. */
    private void look(Order order) {
        tasks.work(progress -> {
            Cleaning cleaning = Cleaning.with(PersonalScan.of(station), Set.of());
            listing(order, cleaning).rows().forEachRemaining(row -> progress.checkCancelled());
            return cleaning.found();
        }).titled(texts.get("traces.scanning")).onSuccess(found -> {
            if (found.isEmpty()) {
                begin(order);
            } else {
                asks.accept(found, kept -> begin(order.keeping(kept)));
            }
        }).onError(this::tell).start();
    }

    private void begin(Order order) {
        Work<Path> work = tasks.work(progress -> write(order, progress));
        work.titled(texts.get("listing.running", form.label())).onSuccess(saved).onError(this::tell).start();
    }

    /**
     * What was chosen when it began.
     *
     * @param kept texts that stay as they are in a masked list
     */
    private record Order(Shape shape, boolean plain, String reason, Path folder, Set<String> kept) {
        Order keeping(Set<String> texts) {
            return new Order(shape, plain, reason, folder, texts);
        }

        Edition edition() {
            return plain ? Edition.INTERNAL : Edition.EXTERNAL;
        }
    }

    private Path write(Order order, Progress progress) {
        progress.report(0, Math.max(1, lines()), "");
        station.journal().event(station.actor(), "export", texts.get("listing.noted", form.label()), form.key(), "",
            Map.of("edition", order.edition().name(), "reason", order.reason(), "shape", order.shape().name(), "way",
                "EXCEL", "records", lines(), "month", shown.month() == null ? "" : shown.month().toString(), "kept",
                order.kept().size()));
        Cleaning cleaning = order.plain() ? Cleaning.none() : Cleaning.with(PersonalScan.of(station), order.kept());
        Path file = OutputFolder.fresh(order.folder(), stem(title(order), order), ".xlsx");
        return new ExcelRenderer().write(listing(order, cleaning), file, new Told(progress)).path();
    }

    private String title(Order order) {
        return order.shape() == Shape.LEDGER ? new LedgerExport(station).title(ledger.orElseThrow().kind())
            : form.label();
    }

    private Listing listing(Order order, Cleaning cleaning) {
        if (order.shape() == Shape.AS_SHOWN) {
            return new Roster(station, cleaning).listing(form.key(), shown.ids(), shown.columns(), order.edition());
        }
        MonthRule rule = monthRule();
        LocalDate from = shown.month() == null ? null : rule.first(shown.month());
        LocalDate to = shown.month() == null ? null : rule.last(shown.month());
        return new LedgerExport(station, cleaning).listing(new LedgerExport.Request(ledger.orElseThrow().kind(), from, to,
            order.plain()));
    }

    private MonthRule monthRule() {
        return station.records().list(ListQuery.all("station")).stream().findFirst()
            .map(own -> MonthRule.parse(own.text("month_rule"))).orElse(MonthRule.CALENDAR);
    }

    /** Form, month and day of export; masked files say so, so that nobody takes them for the whole. */
    private String stem(String title, Order order) {
        String month = shown.month() == null ? "" : "-" + monthWords();
        return title + month + "-" + station.today() + (order.plain() ? "" : texts.get("listing.masked_mark"));
    }

    private void tell(Throwable failure) {
        System.getLogger(ListExportModel.class.getName()).log(System.Logger.Level.WARNING, "export failed", failure);
        failed.accept(failure instanceof DocumentWriteException write ? write.userMessage()
            : texts.get("listing.failed"));
    }

    /** Passes on how far the file is. */
    private final class Told implements RenderProgress {
        private final Progress progress;

        Told(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void advanced(long rows, long expected) {
            progress.report(rows, Math.max(expected, 0), texts.get("listing.rows", rows));
        }

        @Override
        public boolean cancelled() {
            return progress.isCancelled();
        }
    }
}
