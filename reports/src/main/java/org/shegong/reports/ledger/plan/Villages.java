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

    private final Map<String, List<String>> committees;
    private final List<String> stems;
    private final List<String> parts;
    private final List<String> above;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, List<String>> found = new LinkedHashMap<>();

    Villages(LedgerWords words) {
        this.committees = words.pairs("village_committees");
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
        List<String> meant = meant(text);
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    /** The villages a text may mean: several when it leaves out the word that tells a village from a community. */
    List<String> meant(String text) {
        List<String> whole = cached(normalise(text));
        return whole.isEmpty() ? cached(normalise(HeadingText.bare(text))) : whole;
    }

    private List<String> cached(String key) {
        return key.isEmpty() ? List.of() : found.computeIfAbsent(key, this::search);
    }

    private List<String> search(String key) {
        List<String> exact = matching(key::equals);
        if (!exact.isEmpty()) {
            return exact.subList(0, 1);
        }
        // One of the two may lack the closing word; a village and a community of one name are two places.
        List<String> sameStem = matching(name -> stem(name).equals(key) || stem(key).equals(name));
        if (!sameStem.isEmpty()) {
            return sameStem;
        }
        List<String> holding = matching(name -> name.length() > 1
                && (isBelow(key, name) || key.startsWith(name) && parts.stream().anyMatch(key::endsWith)));
        return holding.size() == 1 ? holding : List.of();
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

    /** The name of the place; a committee stands for its village or its community, which may share the rest. */
    private String normalise(String text) {
        String name = HeadingText.full(text);
        for (Map.Entry<String, List<String>> committee : committees.entrySet()) {
            String place = strip(name, committee.getValue());
            if (!place.equals(name)) {
                return committees.keySet().stream().anyMatch(place::endsWith) ? place : place + committee.getKey();
            }
        }
        return name;
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
