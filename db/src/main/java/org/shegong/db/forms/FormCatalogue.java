package org.shegong.db.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All forms of the program, each read from its resource file when it is first asked for.
 *
 * <p>Safe for use from several threads.
 */
public final class FormCatalogue {
    private static final String FOLDER = "/org/shegong/db/forms/";
    private final List<String> keys;
    private final Map<String, Form> loaded = new ConcurrentHashMap<>();

    private FormCatalogue(List<String> keys) {
        this.keys = keys;
    }

    /** The forms that come with the program, listed in {@code forms.txt} in the order of navigation. */
    public static FormCatalogue bundled() {
        List<String> keys = text("forms.txt").lines().map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        return new FormCatalogue(keys);
    }

    /** Keys of all forms, in the order of navigation, hidden ones included. */
    public List<String> keys() {
        return keys;
    }

    /**
     * The form of this key.
     *
     * @throws NoSuchElementException when there is none
     */
    public Form form(String key) {
        if (!keys.contains(key)) {
            throw new NoSuchElementException("no form " + key);
        }
        return loaded.computeIfAbsent(key, name -> FormReader.read(name, text(name + ".yaml")));
    }

    /** Every form; reads all files. */
    public List<Form> all() {
        return keys.stream().map(this::form).toList();
    }

    private static String text(String name) {
        try (InputStream in = FormCatalogue.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new NoSuchElementException("no form resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("form resource " + name, e);
        }
    }
}
