package org.shegong.app.controls.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javax.swing.filechooser.FileSystemView;
import org.shegong.app.settings.Settings;
import org.shegong.reports.document.Document;

/** Where files for people go: their documents folder until they choose another, which this computer remembers. */
public final class OutputFolder {
    private static final String KEY = "output.folder";
    private static final String XDG = "XDG_DOCUMENTS_DIR=";
    private final Settings settings;
    private final ReadOnlyObjectWrapper<Path> folder = new ReadOnlyObjectWrapper<>();

    public OutputFolder(Settings settings) {
        this.settings = settings;
        folder.set(kept(settings.text(KEY, "")));
    }

    private static Path kept(String text) {
        try {
            Path path = Path.of(text);
            return !text.isEmpty() && Files.isDirectory(path) ? path : documents();
        } catch (InvalidPathException e) {
            return documents();
        }
    }

    /** The folder; it may have vanished since, then writing makes it again or says that it cannot. */
    public ReadOnlyObjectProperty<Path> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /** Takes another folder and remembers it. */
    public void choose(Path other) {
        folder.set(other);
        settings.put(KEY, other.toAbsolutePath().toString());
    }

    /**
     * A path for a new file in the folder, numbered when the name is taken: nothing is ever overwritten.
     *
     * @param stem name without ending; characters that file systems refuse are replaced
     * @param ending with its dot
     */
    public static Path fresh(Path folder, String stem, String ending) {
        String safe = Document.safeFileStem(stem);
        Path path = folder.resolve(safe + ending);
        for (int i = 2; Files.exists(path); i++) {
            path = folder.resolve(safe + " (" + i + ")" + ending);
        }
        return path;
    }

    /** The documents folder of the person signed in to this computer; the home folder where there is none. */
    public static Path documents() {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows")) {
            return FileSystemView.getFileSystemView().getDefaultDirectory().toPath();
        }
        Path home = Path.of(System.getProperty("user.home"));
        Path named = named(home);
        if (Files.isDirectory(named)) {
            return named;
        }
        Path usual = home.resolve("Documents");
        return Files.isDirectory(usual) ? usual : home;
    }

    /** As Linux desktops name it in the language of the person. */
    private static Path named(Path home) {
        Path list = home.resolve(".config").resolve("user-dirs.dirs");
        try {
            List<String> lines = Files.isReadable(list) ? Files.readAllLines(list, StandardCharsets.UTF_8) : List.of();
            return lines.stream().map(String::strip).filter(line -> line.startsWith(XDG)).findFirst()
                .map(line -> line.substring(XDG.length()).replace("\"", "").replace("$HOME", home.toString()))
                .map(Path::of).orElse(home.resolve("Documents"));
        } catch (IOException | InvalidPathException e) {
            System.getLogger(OutputFolder.class.getName()).log(System.Logger.Level.WARNING, "folders not read", e);
            return home.resolve("Documents");
        }
    }
}
