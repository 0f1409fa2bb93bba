package org.shegong.db.codes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Categories of clients that are hidden more closely than others (rules document §7; list as data). */
public final class ProtectedCategories {
    private final Set<String> nameless = new HashSet<>();
    private final Set<String> strict = new HashSet<>();

    /** The list that comes with the program. */
    public ProtectedCategories() {
        try (InputStream in = ProtectedCategories.class.getResourceAsStream("protected-categories.txt")) {
            if (in == null) {
                throw new IllegalStateException("missing list of protected categories");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#")).map(line -> line.split("\\s+"))
                .forEach(words -> (words[0].equals("nameless") ? nameless : strict).add(words[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("list of protected categories", e);
        }
    }

    /** True when a person of any of these categories is shown without a name. */
    public boolean nameless(Collection<String> categories) {
        return categories.stream().anyMatch(nameless::contains);
    }

    /** True when numbers of a person of any of these categories keep only their ends. */
    public boolean strict(Collection<String> categories) {
        return nameless(categories) || categories.stream().anyMatch(strict::contains);
    }
}
