package org.shegong.db.search;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.sourceforge.pinyin4j.PinyinHelper;
import org.shegong.db.domain.CellText;

/**
 * Readings of Chinese text without tones, in lower-case ASCII, ü written v. A character keeps every reading
 * that any source knows, the likeliest in names first: an own list, then ICU's readings for names, then
 * pinyin4j. Safe for several threads; the dictionaries load on first use (about 0.4 s), so make one and keep it.
 */
public final class Pinyin {
    private static final String EXCEPTIONS = "readings.txt";
    private final Map<Integer, List<String>> exceptions;
    private final Map<Integer, List<String>> known = new ConcurrentHashMap<>();

    public Pinyin() {
        exceptions = readExceptions();
    }

    /**
     * Readings of one character, likeliest first. A letter or digit reads as itself; signs, spaces and
     * characters that no source knows have none (empty list).
     */
    public List<String> readings(int codePoint) {
        return known.computeIfAbsent(codePoint, this::lookUp);
    }

    /** First letters of a text for every combination of readings, likeliest first, at most {@code limit}. */
    public Set<String> initials(String text, int limit) {
        return combinations(text, true, limit);
    }

    /** The whole spelling of a text without spaces for every combination of readings, at most {@code limit}. */
    public Set<String> spellings(String text, int limit) {
        return combinations(text, false, limit);
    }

    /** The likeliest spelling with a space between syllables: a key to sort names by. May be empty. */
    public String sortKey(String text) {
        return syllables(text).stream().map(readings -> readings.get(0)).collect(Collectors.joining(" "));
    }

    /** True when both texts have as many syllables and each pair shares a reading (rules document §11). */
    public boolean soundAlike(String one, String other) {
        List<List<String>> first = syllables(one);
        List<List<String>> second = syllables(other);
        if (first.isEmpty() || first.size() != second.size()) {
            return false;
        }
        for (int i = 0; i < first.size(); i++) {
            if (first.get(i).stream().noneMatch(second.get(i)::contains)) {
                return false;
            }
        }
        return true;
    }

    /** Readings of each character that has any, in order. */
    List<List<String>> syllables(String text) {
        return CellText.halfWidth(text).codePoints().mapToObj(this::readings)
                .filter(readings -> !readings.isEmpty()).toList();
    }

    private Set<String> combinations(String text, boolean firstLetters, int limit) {
        List<List<String>> syllables = syllables(text);
        Set<String> found = new LinkedHashSet<>();
        if (syllables.isEmpty()) {
            return found;
        }
        found.add("");
        for (List<String> readings : syllables) {
            found = append(found, readings, firstLetters, limit);
        }
        return found;
    }

    private static Set<String> append(Set<String> heads, List<String> readings, boolean firstLetters, int limit) {
        Set<String> longer = new LinkedHashSet<>();
        for (String reading : readings) {
            String tail = firstLetters ? reading.substring(0, 1) : reading;
            for (String head : heads) {
                if (longer.size() < limit) {
                    longer.add(head + tail);
                }
            }
        }
        return longer;
    }

    private List<String> lookUp(int codePoint) {
        if (!Character.isLetterOrDigit(codePoint)) {
            return List.of();
        }
        if (Character.UnicodeScript.of(codePoint) != Character.UnicodeScript.HAN) {
            return List.of(plain(Character.toString(codePoint)));
        }
        Set<String> readings = new LinkedHashSet<>(exceptions.getOrDefault(codePoint, List.of()));
        String forNames = plain(Names.LATIN.transliterate(Character.toString(codePoint)));
        if (forNames.matches("[a-z]+")) {
            readings.add(forNames);
        }
        readings.addAll(dictionary(codePoint));
        return List.copyOf(readings);
    }

    private static List<String> dictionary(int codePoint) {
        String[] numbered = Character.isBmpCodePoint(codePoint)
                ? PinyinHelper.toHanyuPinyinStringArray((char) codePoint) : null;
        return numbered == null ? List.of() : Arrays.stream(numbered)
                .map(reading -> reading.replace("u:", "v").replaceAll("[^a-z]", ""))
                .filter(reading -> !reading.isEmpty() && !reading.equals("none")).toList();
    }

    /** Lower case without marks of tone; ü becomes v. */
    static String plain(String text) {
        String marked = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return marked.replaceAll("u([\u0300\u0301\u0304\u030C]*)\u0308", "v").replaceAll("\\p{M}", "").strip();
    }

    private static Map<Integer, List<String>> readExceptions() {
        try (InputStream in = Pinyin.class.getResourceAsStream(EXCEPTIONS)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + EXCEPTIONS);
            }
            Map<Integer, List<String>> readings = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.trim().split("\\s+"))
                    .forEach(words -> readings.put(words[0].codePointAt(0),
                            new ArrayList<>(Arrays.asList(words).subList(1, words.length))));
            return Map.copyOf(readings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** ICU's table costs memory and 0.4 s, so it loads with the first Chinese character. */
    private static final class Names {
        private static final Transliterator LATIN = Transliterator.getInstance("Han-Latin/Names");
    }
}
