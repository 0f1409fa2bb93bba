package org.shegong.app.controls.preview;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.app.controls.export.OutputFolder;
import org.shegong.app.i18n.Texts;
import org.shegong.app.tasks.Job;
import org.shegong.app.tasks.Tasks;
import org.shegong.reports.render.AtomicWrite;
import org.shegong.reports.render.DocumentPrintException;
import org.shegong.reports.render.DocumentReadException;
import org.shegong.reports.render.DocumentWriteException;
import org.shegong.reports.render.ExcelRenderer;
import org.shegong.reports.render.PdfPrinting;
import org.shegong.reports.render.PdfPrinting.Printer;

/** Prints the pages of a preview and saves them as files. What goes wrong is said in words. Window thread only. */
public final class OutputModel {
    private static final int MOST_COPIES = 99;
    private final Tasks tasks;
    private final Texts texts;
    private final PreviewModel preview;
    private final PdfPrinting printing;
    private final OutputFolder folder;
    private final ObservableList<Printer> printers = FXCollections.observableArrayList();
    private final ObservableList<Printer> printersShown = FXCollections.unmodifiableObservableList(printers);
    private final ObjectProperty<Printer> printer = new SimpleObjectProperty<>();
    private final StringProperty copies = new SimpleStringProperty("1");
    private final StringProperty span = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper asked = new ReadOnlyBooleanWrapper();
    private Disclosure disclosure = Disclosure.NONE;
    private Consumer<Path> saved = path -> { };
    private Consumer<String> printed = name -> { };

    public OutputModel(Tasks tasks, Texts texts, PreviewModel preview, PdfPrinting printing, OutputFolder folder) {
        this.tasks = tasks;
        this.texts = texts;
        this.preview = preview;
        this.printing = printing;
        this.folder = folder;
    }

    /** Who hears before anything leaves. */
    public void disclosedTo(Disclosure listener) {
        disclosure = listener;
    }

    /** Called with each file written. */
    public void onSaved(Consumer<Path> listener) {
        saved = listener;
    }

    /** Called with the printer's name once it has taken the pages. */
    public void onPrinted(Consumer<String> listener) {
        printed = listener;
    }

    /** Asks the machine for its printers; the chosen one stays, else the standard one is taken. */
    public void findPrinters() {
        tasks.work(progress -> printing.printers()).onSuccess(found -> {
            Printer before = printer.get();
            printers.setAll(found);
            printer.set(found.stream().filter(one -> before != null && one.name().equals(before.name())).findFirst()
                .orElse(found.isEmpty() ? null : found.get(0)));
            asked.set(true);
        }).start();
    }

    /** Prints with the chosen printer, copies and pages. */
    public void print() {
        PageSpan wanted = PageSpan.typed(span.get(), preview.pagesProperty().get()).orElse(null);
        int count = copies.get().strip().matches("\\d{1,2}") ? Integer.parseInt(copies.get().strip()) : 0;
        Printer on = printer.get();
        if (on == null) {
            problem.set(texts.get("pages.no_printer"));
        } else if (count < 1 || count > MOST_COPIES) {
            problem.set(texts.get("pages.bad_copies", MOST_COPIES));
        } else if (wanted == null) {
            problem.set(texts.get("pages.bad_span", preview.pagesProperty().get()));
        } else {
            PdfPrinting.Job order = new PdfPrinting.Job(count, wanted.from(), wanted.to());
            start(Disclosure.Way.PRINT, pages -> {
                printing.print(pages.rendered().bytes(), on.name(), pages.document().sheets().get(0).name(), order);
                return on.name();
            }, printed);
        }
    }

    /** Writes the pages as a PDF into the folder. */
    public void savePdf() {
        Path into = folder.folderProperty().get();
        start(Disclosure.Way.PDF, pages -> {
            Path file = OutputFolder.fresh(into, pages.document().fileStem(), ".pdf");
            AtomicWrite.to(file, out -> out.write(pages.rendered().bytes()));
            return file;
        }, saved);
    }

    /** Writes the document as a workbook into the folder. */
    public void saveExcel() {
        Path into = folder.folderProperty().get();
        start(Disclosure.Way.EXCEL, pages -> new ExcelRenderer().write(pages.document(),
            OutputFolder.fresh(into, pages.document().fileStem(), ".xlsx")).path(), saved);
    }

    /** What is done with the pages, beside the window. */
    private interface Output<T> {
        T of(OpenPages pages);
    }

    private <T> void start(Disclosure.Way way, Output<T> output, Consumer<T> done) {
        OpenPages pages = preview.open().orElse(null);
        if (pages == null || busy.get()) {
            return;
        }
        problem.set(disclosure.refusal());
        if (!problem.get().isEmpty()) {
            return;
        }
        busy.set(true);
        Runnable noting = disclosure.noting(way);
        Job<T> job = progress -> {
            noting.run();
            return output.of(pages);
        };
        tasks.work(job).titled(texts.get("pages.way." + way.name().toLowerCase(java.util.Locale.ROOT)))
            .onSuccess(done).onError(this::failed).onEnd(() -> busy.set(false)).start();
    }

    private void failed(Throwable failure) {
        System.getLogger(OutputModel.class.getName()).log(System.Logger.Level.WARNING, "output failed", failure);
        problem.set(inWords(failure, texts));
    }

    /** A failure of making, writing or printing a document, for people. */
    static String inWords(Throwable failure, Texts texts) {
        if (failure instanceof DocumentWriteException write) {
            return write.userMessage();
        }
        if (failure instanceof DocumentPrintException print) {
            return print.userMessage();
        }
        return failure instanceof DocumentReadException read ? read.userMessage() : texts.get("pages.failed");
    }

    /** The machine's printers, the standard one first. */
    public ObservableList<Printer> printers() {
        return printersShown;
    }

    /** The chosen printer; null when there is none. */
    public ObjectProperty<Printer> printerProperty() {
        return printer;
    }

    /** How many copies, as typed. */
    public StringProperty copiesProperty() {
        return copies;
    }

    /** Which pages, as typed; empty for all. */
    public StringProperty spanProperty() {
        return span;
    }

    /** What went wrong last, in words; empty when nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** True once it is known which printers there are. */
    public ReadOnlyBooleanProperty printersKnownProperty() {
        return asked.getReadOnlyProperty();
    }

    /** Folder of the files. */
    public OutputFolder folder() {
        return folder;
    }
}
