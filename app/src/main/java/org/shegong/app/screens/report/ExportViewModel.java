package org.shegong.app.screens.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.shegong.app.AppContext;
import org.shegong.app.controls.export.FolderOpening;
import org.shegong.app.controls.export.OutputFolder;
import org.shegong.app.tasks.Progress;
import org.shegong.app.tasks.Work;
import org.shegong.reports.document.Document;
import org.shegong.reports.render.AtomicWrite;
import org.shegong.reports.render.ExcelRenderer;
import org.shegong.reports.render.PdfRenderer;
import org.shegong.reports.render.RenderResult;

/** Writes a report as files into a folder that the person chooses. Window thread only. */
public final class ExportViewModel {
    private final AppContext context;
    private final Supplier<Source> source;
    private final Map<Format, BooleanProperty> formats = new EnumMap<>(Format.class);
    private final OutputFolder folder;
    private final ReadOnlyObjectWrapper<Work<?>> running = new ReadOnlyObjectWrapper<>();

    /** The kinds of files. */
    public enum Format { XLSX, PDF, JSON }

    /**
     * What is written.
     *
     * @param document for Excel and PDF
     * @param json the machine-readable report; empty when there is none
     */
    public record Source(Document document, String json) {
    }

    /**
     * What was written.
     *
     * @param files in the order of {@link Format}
     * @param missing characters that no font has; usually empty
     */
    public record Written(List<Path> files, Set<String> missing) {
    }

    /** @param source makes what is written, beside the window */
    public ExportViewModel(AppContext context, Supplier<Source> source, List<Format> offered) {
        this.context = context;
        this.source = source;
        this.folder = new OutputFolder(context.settings());
        offered.forEach(format -> formats.put(format, new SimpleBooleanProperty(format != Format.JSON)));
    }

    /** The formats offered; true for those that are wanted. */
    public Map<Format, BooleanProperty> formats() {
        return formats;
    }

    /** Where the files go; remembered. */
    public OutputFolder folder() {
        return folder;
    }

    /** The writing under way; null when there is none. */
    public ReadOnlyObjectProperty<Work<?>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** True when at least one format is wanted. */
    public boolean ready() {
        return formats.values().stream().anyMatch(BooleanProperty::get);
    }

    /** Writes the files; says in passing where they lie and which characters no font has. */
    public void start(Runnable done) {
        Path target = folder.folderProperty().get();
        List<Format> wanted = formats.entrySet().stream().filter(entry -> entry.getValue().get())
            .map(Map.Entry::getKey).toList();
        Work<Written> work = context.tasks().work(progress -> write(target, wanted, progress));
        running.set(work);
        work.titled(context.texts().get("export.running")).onSuccess(written -> {
            tell(written);
            done.run();
        }).onError(failure -> ReportTrouble.show(context, failure)).onEnd(() -> running.set(null)).start();
    }

    private void tell(Written written) {
        FolderOpening opening = new FolderOpening(context.tasks(), context.texts(), context.overlays());
        written.files().forEach(opening::saved);
        if (!written.missing().isEmpty()) {
            context.overlays().toast(context.texts().get("export.missing",
                String.join(context.texts().get("export.join"), written.missing())));
        }
    }

    private Written write(Path target, List<Format> wanted, Progress progress) {
        progress.report(0, wanted.size() + 1L, context.texts().get("export.preparing"));
        Source made = source.get();
        List<Path> files = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        for (Format format : wanted) {
            progress.checkCancelled();
            progress.report(files.size() + 1L, wanted.size() + 1L, context.texts().get("export.format." + format));
            Path file = OutputFolder.fresh(target, made.document().fileStem(),
                "." + format.name().toLowerCase(Locale.ROOT));
            files.add(file);
            missing.addAll(write(format, made, file));
        }
        return new Written(files, missing);
    }

    private static Set<String> write(Format format, Source made, Path file) {
        return switch (format) {
            case XLSX -> new ExcelRenderer().write(made.document(), file).missingCharacters();
            case PDF -> {
                RenderResult pdf = new PdfRenderer().write(made.document(), file);
                yield pdf.missingCharacters();
            }
            case JSON -> {
                AtomicWrite.to(file, out -> out.write(made.json().getBytes(StandardCharsets.UTF_8)));
                yield Set.of();
            }
        };
    }
}
