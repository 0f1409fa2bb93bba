package org.shegong.app.screens.settings;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.app.AppContext;
import org.shegong.app.controls.export.OutputFolder;
import org.shegong.app.tasks.Latest;
import org.shegong.db.journal.AuditEntry;
import org.shegong.db.journal.AuditQuery;
import org.shegong.db.journal.AuditTrail;
import org.shegong.reports.document.Cell;
import org.shegong.reports.document.Column;
import org.shegong.reports.document.ColumnType;
import org.shegong.reports.document.Listing;
import org.shegong.reports.document.Marking;
import org.shegong.reports.document.PageSetup;
import org.shegong.reports.document.Row;
import org.shegong.reports.render.ExcelRenderer;
import org.shegong.reports.render.RenderProgress;

/** Who did what and when: a page at a time, narrowed by person, kind and days. Window thread only. */
final class AuditViewModel {
    /** Lines read at a time. */
    static final int PAGE = 200;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private final AppContext context;
    private final Latest latest;
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final ObservableList<AuditLine> lines = FXCollections.observableArrayList();
    private final ObservableList<String> people = FXCollections.observableArrayList();
    private final ObservableList<AuditLine> linesShown = FXCollections.unmodifiableObservableList(lines);
    private final ObservableList<String> peopleShown = FXCollections.unmodifiableObservableList(people);
    private final StringProperty person = new SimpleStringProperty("");
    private final ObjectProperty<AuditKind> kind = new SimpleObjectProperty<>();
    private final ObjectProperty<LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<LocalDate> until = new SimpleObjectProperty<>();
    private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper();

    AuditViewModel(AppContext context) {
        this.context = context;
        this.latest = new Latest(context.tasks());
        List.<Observable>of(person, kind, from, until).forEach(one -> one.addListener(change -> reload()));
    }

    /** The lines read so far, newest first. */
    ObservableList<AuditLine> lines() {
        return linesShown;
    }

    /** Everybody who did something. */
    ObservableList<String> people() {
        return peopleShown;
    }

    /** Whose doings; empty for all. */
    StringProperty personProperty() {
        return person;
    }

    /** Which kind; null for all. */
    ObjectProperty<AuditKind> kindProperty() {
        return kind;
    }

    /** First day; null for no limit. */
    ObjectProperty<LocalDate> fromProperty() {
        return from;
    }

    /** Last day; null for no limit. */
    ObjectProperty<LocalDate> untilProperty() {
        return until;
    }

    /** How many there are in all. */
    ReadOnlyLongProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    private AuditQuery query() {
        Set<String> actions = kind.get() == null ? Set.of() : kind.get().actions();
        return new AuditQuery(person.get(), actions, start(from.get()),
            until.get() == null ? null : start(until.get().plusDays(1)));
    }

    private Instant start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(context.clock().getZone()).toInstant();
    }

    private AuditTrail trail() {
        return context.station().audit();
    }

    /** What is read at once. */
    private record Read(List<AuditLine> lines, long count, List<String> people) {
    }

    /** True while the first page is being read. */
    ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Reads the newest page. */
    void reload() {
        reading.set(true);
        AuditQuery query = query();
        latest.start(context.tasks().work(progress -> new Read(page(query, null), trail().count(query),
            trail().people())).titled(context.texts().get("audit.reading")).onSuccess(read -> {
                lines.setAll(read.lines());
                count.set(read.count());
                people.setAll(read.people());
            }).onEnd(() -> reading.set(false)));
    }

    /** Reads the next page, when there is one. */
    void more() {
        if (lines.isEmpty() || lines.size() >= count.get()) {
            return;
        }
        AuditQuery query = query();
        String last = lines.get(lines.size() - 1).stepId();
        latest.start(context.tasks().work(progress -> page(query, last)).onSuccess(lines::addAll));
    }

    private List<AuditLine> page(AuditQuery query, String before) {
        return trail().page(query, before, PAGE).stream().map(this::line).toList();
    }

    private AuditLine line(AuditEntry entry) {
        Map<String, Object> details = entry.details();
        String edition = details.getOrDefault("edition", "").toString();
        String records = details.containsKey("records") ? details.get("records").toString()
            : Integer.toString(entry.entries());
        String device = entry.deviceId().equals(context.station().actor().deviceId())
            ? context.texts().get("audit.this_device") : entry.deviceId().substring(0, Math.min(8, entry.deviceId().length()));
        return new AuditLine(entry.stepId(),
            MINUTE.format(LocalDateTime.ofInstant(Instant.parse(entry.at()), context.clock().getZone())), entry.who(),
            context.texts().get(AuditKind.of(entry.action()).map(AuditKind::textKey).orElse("audit.kind.other")),
            entry.label(), records, edition.isEmpty() ? "" : context.texts().get("audit.edition." + edition),
            details.getOrDefault("reason", "").toString(), device);
    }

    /** Writes everything that the filters let through into a workbook, and notes that. */
    void export(Consumer<Path> saved) {
        AuditQuery query = query();
        Path folder = new OutputFolder(context.settings()).folderProperty().get();
        context.tasks().work(progress -> {
            context.station().journal().event(context.station().actor(), "export", context.texts()
                .get("audit.exported"), "audit", "", Map.of("records", trail().count(query), "way", "EXCEL"));
            Path file = OutputFolder.fresh(folder, context.texts().get("audit.file", context.today()), ".xlsx");
            return new ExcelRenderer().write(listing(query), file, RenderProgress.NONE).path();
        }).titled(context.texts().get("audit.export")).onSuccess(saved).start();
    }

    private Listing listing(AuditQuery query) {
        List<Column> columns = Stream.of("at", "who", "what", "subject", "records", "edition", "reason", "device")
            .map(key -> Column.of(key, context.texts().get("audit.column." + key), ColumnType.TEXT,
                key.equals("reason") || key.equals("subject") ? 55 : 30)).toList();
        return new Listing(context.texts().get("audit.tab"), List.of(context.texts().get("audit.title")),
            PageSetup.LIST_LANDSCAPE, columns, 1, Marking.NONE, trail().count(query), new Rows(query));
    }

    /** Reads on while the workbook is written. */
    private final class Rows implements Iterator<Row> {
        private final AuditQuery query;
        private Iterator<AuditLine> page = List.<AuditLine>of().iterator();
        private String last;
        private boolean done;

        Rows(AuditQuery query) {
            this.query = query;
        }

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && !done) {
                List<AuditLine> read = page(query, last);
                done = read.size() < PAGE;
                page = read.iterator();
            }
            return page.hasNext();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException();
            }
            AuditLine line = page.next();
            last = line.stepId();
            return Row.of(Stream.of(line.at(), line.who(), line.what(), line.subject(), line.records(), line.edition(),
                line.reason(), line.device()).map(Cell::text).toList());
        }
    }
}
