package org.shegong.reports.ledger.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shegong.reports.ledger.recognise.HeadingText;
import org.shegong.reports.ledger.recognise.LedgerWords;

/** The villages by name; ledgers write them with and without the word for village or its committee. */
final class Villages {

    private final List<String> suffixes;
    private final List<String> stems;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, String> found = new LinkedHashMap<>();

    Villages(LedgerWords words) {
        this.suffixes = words.list("village_suffixes");
        this.stems = words.list("village_stems");
    }

    /** Adds a village. */
    void put(String id, String name) {
        names.put(id, normalise(name));
        found.clear();
    }

    /**
     * The village a text means: the same name, else the only one that differs by its closing word or by the
     * township in front.
     */
    Optional<String> find(String text) {
        String key = normalise(text);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(found.computeIfAbsent(key, this::search)).filter(id -> !id.isEmpty());
    }

    private String search(String key) {
        List<String> exact = matching(key::equals);
        if (!exact.isEmpty()) {
            return exact.get(0);
        }
        List<String> sameStem = matching(name -> stem(name).equals(stem(key)));
        if (sameStem.size() == 1) {
            return sameStem.get(0);
        }
        List<String> ending = matching(name -> key.endsWith(name) && name.length() > 1);
        return sameStem.isEmpty() && ending.size() == 1 ? ending.get(0) : "";
    }

    private List<String> matching(java.util.function.Predicate<String> test) {
        List<String> ids = new ArrayList<>();
        names.forEach((id, name) -> {
            if (test.test(name)) {
                ids.add(id);
            }
        });
        return ids;
    }

    private String normalise(String text) {
        return strip(HeadingText.full(text), suffixes);
    }

    private String stem(String name) {
        return strip(name, stems);
    }

    private static String strip(String text, List<String> endings) {
        for (String ending : endings) {
            if (text.endsWith(ending) && text.length() > ending.length()) {
                return text.substring(0, text.length() - ending.length());
            }
        }
        return text;
    }
}
