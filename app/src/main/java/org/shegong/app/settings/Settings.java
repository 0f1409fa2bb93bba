package org.shegong.app.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * Preferences of this computer, in one small file that is replaced as a whole. A file that cannot be read or written
 * never stops anyone: the preference then lasts until the window closes. Holds no personal data. Window thread only.
 */
public final class Settings {
    public static final int SMALLEST_FONT = 12;
    public static final int LARGEST_FONT = 22;
    private static final int USUAL_FONT = 14;
    private static final String FONT = "font.size";

    private final Path file;
    private final Properties values = new Properties();
    private final IntegerProperty fontSize = new SimpleIntegerProperty(USUAL_FONT);

    /** @param file need not exist; its folder is made when something is first kept */
    public Settings(Path file) {
        this.file = file;
        read();
        fontSize.set(clamp(number(FONT, USUAL_FONT)));
        fontSize.addListener((property, before, now) -> put(FONT, String.valueOf(clamp(now.intValue()))));
    }

    /** The settings file of the person signed in to this computer. */
    public static Path usualFile() {
        return usualFile(System::getenv);
    }

    /** @param environment variables by name; null for one that is not set */
    public static Path usualFile(UnaryOperator<String> environment) {
        String windows = environment.apply("APPDATA");
        String linux = environment.apply("XDG_CONFIG_HOME");
        Path folder = windows != null ? Path.of(windows)
            : linux != null ? Path.of(linux) : Path.of(System.getProperty("user.home"), ".config");
        return folder.resolve("shegong").resolve("desk.properties");
    }

    /** Font size of the whole window in pixels, 12 to 22. */
    public IntegerProperty fontSize() {
        return fontSize;
    }

    /** A text, or the other when nothing is kept. */
    public String text(String key, String otherwise) {
        return values.getProperty(key, otherwise);
    }

    public boolean flag(String key, boolean otherwise) {
        return Boolean.parseBoolean(text(key, String.valueOf(otherwise)));
    }

    public int number(String key, int otherwise) {
        try {
            return Integer.parseInt(text(key, ""));
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }

    /** A list kept with {@link #put(String, List)}; empty when nothing is kept. */
    public List<String> list(String key) {
        String text = text(key, "");
        return text.isEmpty() ? List.of() : List.of(text.split("\t"));
    }

    /** Keeps a list of texts without tabs; an empty one forgets the key. */
    public void put(String key, List<String> entries) {
        put(key, String.join("\t", entries));
    }

    /** Keeps a text; an empty one forgets the key. */
    public void put(String key, String value) {
        Object before = value.isEmpty() ? values.remove(key) : values.setProperty(key, value);
        if (!value.equals(before == null ? "" : before)) {
            write();
        }
    }

    private static int clamp(int size) {
        return Math.max(SMALLEST_FONT, Math.min(LARGEST_FONT, size));
    }

    private void read() {
        if (Files.isReadable(file)) {
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                values.load(in);
            } catch (IOException | IllegalArgumentException e) {
                log("settings not read", e);
            }
        }
    }

    private void write() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            StringWriter text = new StringWriter();
            values.store(text, null);
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text.toString(), StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            log("settings not kept", e);
        }
    }

    private static void log(String what, Exception e) {
        System.getLogger(Settings.class.getName()).log(System.Logger.Level.WARNING, what, e);
    }
}
