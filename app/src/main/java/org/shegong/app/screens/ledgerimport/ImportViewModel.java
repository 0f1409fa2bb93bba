package org.shegong.app.screens.ledgerimport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.app.AppContext;
import org.shegong.app.controls.trail.StepUndoing;
import org.shegong.app.tasks.Work;
import org.shegong.reports.ledger.ImportPlan;
import org.shegong.reports.ledger.ImportSummary;
import org.shegong.reports.ledger.LedgerFile;
import org.shegong.reports.ledger.read.ReadOutcome.Unreadable;
import org.shegong.reports.ledger.recognise.LedgerKind;
import org.shegong.reports.ledger.recognise.LedgerWords;
import org.shegong.reports.ledger.recognise.SheetMapping;
import org.shegong.reports.ledger.recognise.StationWording;

/** One import from the choice of files to its summary. Window thread only. */
public final class ImportViewModel {
    private static final int ROWS_TRIED = 12;
    private final AppContext context;
    private final LedgerReading reading;
    private final ReadOnlyObjectWrapper<ImportStep> step = new ReadOnlyObjectWrapper<>(ImportStep.CHOOSE);
    private final ReadOnlyObjectWrapper<Work<?>> running = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ImportSummary> summary = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper undone = new ReadOnlyBooleanWrapper();
    private final ObservableList<LedgerFile> files = FXCollections.observableArrayList();
    private final ObservableList<LedgerFile> filesShown = FXCollections.unmodifiableObservableList(files);
    private final Map<String, StationWording> wordings = new LinkedHashMap<>();
    private LedgerWords words;
    private ImportPlan plan;

    /** What reading files gives. */
    private record Opened(List<LedgerFile> files, LedgerWords words) {
    }

    public ImportViewModel(AppContext context) {
        this.context = context;
        this.reading = new LedgerReading(context.station(), context.texts());
    }

    /** Reads files and adds them; a file that is there already is read again. */
    public void add(List<Path> paths) {
        if (paths.isEmpty() || running.get() != null) {
            return;
        }
        Set<Path> wanted = new LinkedHashSet<>(paths);
        start(context.tasks().work(progress -> new Opened(reading.open(List.copyOf(wanted), progress), reading.words()))
            .titled(context.texts().get("import.reading")).onSuccess(opened -> {
                words = opened.words();
                files.removeIf(file -> wanted.contains(file.path()));
                files.addAll(opened.files());
            }));
    }

    /** Takes a file off the list. */
    public void remove(LedgerFile file) {
        files.remove(file);
    }

    private <T> void start(Work<T> work) {
        running.set(work);
        work.onEnd(() -> running.set(null)).start();
    }

    /** Stops what is under way. */
    public void cancel() {
        if (running.get() != null) {
            running.get().cancel();
        }
    }

    /** The sheets of all files that can be read, in order; empty sheets are left out. */
    public List<SheetChoice> sheets() {
        List<SheetChoice> all = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            LedgerFile file = files.get(i);
            for (int k = 0; k < file.sheets().size(); k++) {
                LedgerFile.Sheet sheet = file.sheets().get(k);
                if (!sheet.grid().rows().isEmpty()) {
                    all.add(new SheetChoice(i, k, file.name(), sheet.grid(), sheet.mapping()));
                }
            }
        }
        return all;
    }

    /** Reads a sheet as another kind; null leaves it out. */
    public void chooseKind(SheetChoice sheet, LedgerKind kind) {
        change(sheet, kind == null ? null : sheet.chosen()
            .map(mapping -> reading.mapping(sheet.grid(), kind, mapping.firstRow()))
            .orElseGet(() -> likeliest(sheet, kind)));
    }

    /** Nobody knows the header yet: the row near the top with most known headings. */
    private SheetMapping likeliest(SheetChoice sheet, LedgerKind kind) {
        return sheet.grid().rows().stream().limit(ROWS_TRIED)
            .map(row -> reading.mapping(sheet.grid(), kind, row.number()))
            .reduce((best, next) -> next.columns().size() > best.columns().size() ? next : best).orElseThrow();
    }

    /** Takes another row for the header. */
    public void chooseHeader(SheetChoice sheet, int row) {
        sheet.chosen().ifPresent(mapping -> change(sheet, reading.mapping(sheet.grid(), mapping.kind(), row)));
    }

    /**
     * Reads a column as a field and remembers its heading for the next time.
     *
     * @param field key of the field; empty leaves the column out
     */
    public void chooseField(SheetChoice sheet, SheetChoice.Column column, String field) {
        SheetMapping old = sheet.chosen().orElseThrow();
        Map<String, Integer> columns = new LinkedHashMap<>(old.columns());
        columns.values().removeIf(index -> index == column.index());
        if (!field.isEmpty()) {
            columns.put(field, column.index());
        }
        String heading = old.kind().key() + "\n" + column.heading();
        wordings.remove(heading);
        if (!field.isEmpty() && !column.heading().isEmpty() && !isKnown(old.kind(), field, column.heading())) {
            wordings.put(heading, new StationWording(old.kind().key(), field, column.heading()));
        }
        change(sheet, new SheetMapping(old.kind(), old.firstRow(), old.lastRow(), columns, old.headings()));
    }

    private boolean isKnown(LedgerKind kind, String field, String heading) {
        return words.kind(kind).field(field).map(known -> known.wordings().contains(heading)).orElse(false);
    }

    private void change(SheetChoice sheet, SheetMapping mapping) {
        files.set(sheet.file(), files.get(sheet.file()).withMapping(sheet.sheet(), mapping));
    }

    /** True when at least one sheet is to be imported. */
    public boolean anySheet() {
        return sheets().stream().anyMatch(sheet -> sheet.mapping() != null);
    }

    /** Goes to the check of kinds and columns. */
    public void toColumns() {
        step.set(ImportStep.COLUMNS);
    }

    /** Goes back to the choice of files. */
    public void toFiles() {
        step.set(ImportStep.CHOOSE);
    }

    /** Checks every row and shows what would become of it. */
    public void toPreview() {
        List<LedgerFile> chosen = List.copyOf(files);
        start(context.tasks().work(progress -> reading.plan(chosen, progress))
            .titled(context.texts().get("import.planning")).onSuccess(made -> {
                plan = made;
                summary.set(made.summary());
                step.set(ImportStep.PREVIEW);
            }));
    }

    /** Writes the plan; cancelled, it leaves nothing behind and the preview comes back. */
    public void write() {
        step.set(ImportStep.RUNNING);
        ImportPlan planned = plan;
        List<StationWording> learnt = List.copyOf(wordings.values());
        Work<ImportSummary> work = context.tasks().work(progress -> reading.write(planned, learnt, progress));
        running.set(work);
        work.titled(context.texts().get("import.writing")).onSuccess(written -> {
            summary.set(written);
            undone.set(false);
            step.set(ImportStep.DONE);
            context.changes().saved();
        }).onError(failure -> {
            step.set(ImportStep.PREVIEW);
            context.overlays().error(failure);
        }).onEnd(() -> {
            running.set(null);
            if (step.get() == ImportStep.RUNNING) {
                cancelled();
            }
        }).start();
    }

    /** A plan is for one writing, so every row is looked at again. */
    private void cancelled() {
        step.set(ImportStep.PREVIEW);
        context.overlays().toast(context.texts().get("import.cancelled"));
        toPreview();
    }

    /** Keeps the refused rows in a workbook of their own; tells how many. */
    public void saveCorrection(Path target, Consumer<Integer> saved) {
        ImportSummary whole = summary.get();
        List<StationWording> learnt = learnt();
        context.tasks().work(progress -> reading.correct(whole, learnt, target))
            .titled(context.texts().get("import.correction.running")).onSuccess(saved).start();
    }

    /** Takes the whole import back; doing it again is offered then. */
    public void undo() {
        new StepUndoing(context).undo(summary.get().stepId(), () -> undone.set(!undone.get()));
    }

    /** Begins again with no file. */
    public void restart() {
        files.clear();
        wordings.clear();
        plan = null;
        summary.set(null);
        undone.set(false);
        reading.forget();
        step.set(ImportStep.CHOOSE);
    }

    /** Why a file cannot be read, in words. */
    public String reason(Unreadable error) {
        return reading.words(error);
    }

    /** Kinds and fields to choose from; null until a file was read. */
    public LedgerWords words() {
        return words;
    }

    /** Chosen files, those that cannot be read included. */
    public ObservableList<LedgerFile> files() {
        return filesShown;
    }

    public ReadOnlyObjectProperty<ImportStep> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** The work under way; null when there is none. */
    public ReadOnlyObjectProperty<Work<?>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** What would be done or was done; null before the preview. */
    public ReadOnlyObjectProperty<ImportSummary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** True once the import was taken back. */
    public ReadOnlyBooleanProperty undoneProperty() {
        return undone.getReadOnlyProperty();
    }

    /** Headings that will be remembered with this import; may be empty. */
    public List<StationWording> learnt() {
        return List.copyOf(wordings.values());
    }
}
