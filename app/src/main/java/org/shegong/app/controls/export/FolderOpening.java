package org.shegong.app.controls.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.shegong.app.Overlays;
import org.shegong.app.i18n.Texts;
import org.shegong.app.tasks.Tasks;

/** Shows a written file in the system's own window of files. */
public final class FolderOpening {
    private final Tasks tasks;
    private final Texts texts;
    private final Overlays overlays;

    public FolderOpening(Tasks tasks, Texts texts, Overlays overlays) {
        this.tasks = tasks;
        this.texts = texts;
        this.overlays = overlays;
    }

    /** Says that a file was written and where, and offers to show it there. */
    public void saved(Path file) {
        overlays.toast(texts.get("output.saved", file.getFileName(), file.toAbsolutePath().getParent()),
            texts.get("output.open_folder"), () -> show(file));
    }

    /** Opens the folder; where the system has no window of files, the path is said instead. */
    private void show(Path file) {
        tasks.work(progress -> new ProcessBuilder(command(file.toAbsolutePath()))
            .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start())
            .onError(failure -> {
                if (!(failure instanceof IOException)) {
                    overlays.error(failure);
                } else {
                    overlays.toast(texts.get("output.no_folder_window", file.toAbsolutePath().getParent()));
                }
            }).start();
    }

    private static List<String> command(Path file) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("windows")) {
            return List.of("explorer.exe", "/select,", file.toString());
        }
        return system.contains("mac") ? List.of("open", "-R", file.toString())
            : List.of("xdg-open", file.getParent().toString());
    }
}
