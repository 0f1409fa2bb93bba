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
    private final List<String> parts;
    private final List<String> above;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, String> found = new LinkedHashMap<>();

    Villages(LedgerWords words) {
        this.suffixes = words.list("village_suffixes");
        this.stems = words.list("village_stems");
        this.parts = words.list("village_parts");
        this.above = words.list("village_above");
    }

    /** Adds a village. */
    void put(String id, String name) {
        names.put(id, normalise(name));
        found.clear();
    }

    /** The village of exactly this name, its committee's included; a roster of villages means no other. */
    Optional<String> named(String text) {
        String key = normalise(text);
        return key.isEmpty() ? Optional.empty() : matching(key::equals).stream().findFirst();
    }

    /**
     * The village a text means: the same name, else the only one that differs by its closing word, by the
     * township in front or by the villagers' group behind.
     */
    Optional<String> find(String text) {
        return cached(normalise(text)).or(() -> cached(strip(HeadingText.bare(text), suffixes)));
    }

    private Optional<String> cached(String key) {
        return key.isEmpty() ? Optional.empty()
                : Optional.of(found.computeIfAbsent(key, this::search)).filter(id -> !id.isEmpty());
    }

    private String search(String key) {
        List<String> exact = matching(key::equals);
        if (!exact.isEmpty()) {
            return exact.get(0);
        }
        // One of the two may lack the closing word; a village and a community of one name are two places.
        List<String> sameStem = matching(name -> stem(name).equals(key) || stem(key).equals(name));
        if (sameStem.size() == 1) {
            return sameStem.get(0);
        }
        List<String> holding = matching(name -> name.length() > 1
                && (isBelow(key, name) || key.startsWith(name) && parts.stream().anyMatch(key::endsWith)));
        return sameStem.isEmpty() && holding.size() == 1 ? holding.get(0) : "";
    }

    /** Whether the text is the name with a township or a county in front, not just another longer name. */
    private boolean isBelow(String key, String name) {
        return key.endsWith(name) && above.stream().anyMatch(key.substring(0, key.length() - name.length())::endsWith);
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
