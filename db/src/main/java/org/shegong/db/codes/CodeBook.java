package org.shegong.db.codes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.shegong.db.forms.CodeLookup;

/**
 * All code lists: the bundled ones, each read when it is first asked for, with the station's own entries over them.
 *
 * <p>Unchangeable and safe for use from several threads; after the station's entries change, make another with
 * {@link #with}.
 */
public final class CodeBook implements CodeLookup {
    private final Map<String, String> titles;
    private final Map<String, List<StationCode>> own;
    private final Map<String, CodeList> loaded = new ConcurrentHashMap<>();

    private CodeBook(Map<String, String> titles, Map<String, List<StationCode>> own) {
        this.titles = titles;
        this.own = own;
    }

    /** The lists that come with the program. */
    public static CodeBook bundled() {
        return new CodeBook(CodeFiles.titles(), Map.of());
    }

    /** The bundled lists with these entries over them; entries of unknown lists are left out. */
    public CodeBook with(List<StationCode> entries) {
        return new CodeBook(titles, entries.stream().filter(entry -> titles.containsKey(entry.list()))
            .collect(Collectors.groupingBy(StationCode::list)));
    }

    /** Ids of all lists with what people call them, in the order of their resource. */
    public Map<String, String> titles() {
        return titles;
    }

    /**
     * A list by id.
     *
     * @throws NoSuchElementException when there is none
     */
    public CodeList list(String id) {
        if (!titles.containsKey(id)) {
            throw new NoSuchElementException("no code list " + id);
        }
        return loaded.computeIfAbsent(id, this::load);
    }

    /** The entry that a typed code, label or other wording means; see {@link CodeList#find}. */
    public Optional<Code> find(String list, String typed) {
        return list(list).find(typed);
    }

    @Override
    public boolean has(String list, String code) {
        return list(list).code(code).isPresent();
    }

    @Override
    public String label(String list, String code) {
        return list(list).code(code).map(Code::label).orElse(code);
    }

    private CodeList load(String id) {
        Map<String, Code> codes = new LinkedHashMap<>();
        CodeFiles.read(id).forEach(code -> codes.put(code.code(), code));
        own.getOrDefault(id, List.of()).forEach(entry -> codes.merge(entry.code(), added(entry, codes.size()),
            (bundled, ignored) -> changed(bundled, entry)));
        return new CodeList(id, new ArrayList<>(codes.values()));
    }

    private static Code added(StationCode entry, int place) {
        String label = entry.label().isEmpty() ? entry.code() : entry.label();
        return new Code(entry.list(), entry.code(), label, entry.parent(), entry.aliases(),
            entry.sort() == 0 ? (place + 1) * CodeFiles.STEP : entry.sort(), null, null, "", "", entry.enabled());
    }

    private static Code changed(Code bundled, StationCode entry) {
        List<String> aliases = new ArrayList<>(bundled.aliases());
        aliases.addAll(entry.aliases());
        if (!entry.label().isEmpty()) {
            aliases.add(bundled.label());
        }
        return new Code(bundled.list(), bundled.code(), entry.label().isEmpty() ? bundled.label() : entry.label(),
            entry.parent().isEmpty() ? bundled.parent() : entry.parent(), aliases,
            entry.sort() == 0 ? bundled.sort() : entry.sort(), bundled.validFrom(), bundled.validTo(),
            bundled.stdRef(), bundled.note(), entry.enabled());
    }
}
