package org.shegong.db.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one role may do, as the table {@code rights.csv} says: one line for each form ({@code w} write, {@code r} read,
 * {@code n} read by number, {@code -} nothing) and one for each further right ({@code y} or {@code -}).
 *
 * <p>The store asks here before it reads or writes; the window only to leave out what would be refused. These rights
 * bind whoever works through the program. Everybody who can sign in holds the key of the file; what must stay closed
 * even to somebody who reads the file with that key is sealed besides (a key of its own, see {@code seal}).
 */
public final class Rights {
    private static final String TABLE = "rights.csv";
    private final Map<String, Access> forms;
    private final Set<String> rights;

    private Rights(Map<String, Access> forms, Set<String> rights) {
        this.forms = Map.copyOf(forms);
        this.rights = Set.copyOf(rights);
    }

    /** The rights of a role code; none for a code that no role has. */
    public static Rights of(String roleCode) {
        return Role.of(roleCode).map(Rights::of).orElseGet(() -> new Rights(Map.of(), Set.of()));
    }

    /** The rights of a role. */
    public static Rights of(Role role) {
        Map<String, Access> forms = new HashMap<>();
        Set<String> rights = new TreeSet<>();
        int column = 1 + role.ordinal();
        for (List<String> line : lines()) {
            switch (line.get(column)) {
                case "w" -> forms.put(line.get(0), Access.WRITE);
                case "r" -> forms.put(line.get(0), Access.READ);
                case "n" -> forms.put(line.get(0), Access.NUMBERED);
                case "y" -> rights.add(line.get(0));
                default -> { }
            }
        }
        return new Rights(forms, rights);
    }

    /** What may be done with a form's records; nothing for a form that the table does not name. */
    public Access form(String key) {
        return forms.getOrDefault(key, Access.NONE);
    }

    public boolean may(Right right) {
        return rights.contains(right.code());
    }

    /** True when there is any client whose record this role may read, be it by number. */
    public boolean seesClients() {
        return form("client") != Access.NONE;
    }

    /** Names in the table's first column: forms and rights. */
    static List<String> named() {
        return lines().stream().map(line -> line.get(0)).toList();
    }

    /** Lines without comments and without the heading, whose columns are the roles in their order. */
    private static List<List<String>> lines() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Optional.ofNullable(Rights.class.getResourceAsStream(TABLE)).orElseThrow(), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).skip(1)
                    .map(line -> List.of(line.split(",", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE, e);
        }
    }
}
