package org.shegong.db.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import org.shegong.db.domain.CellText;

/**
 * Whether the label of a choice answers what is typed into a picker: Chinese, a code, or letters of pinyin in
 * any mixture of initials and syllables ("lset", "liusetong", "lshouet"). Safe for several threads.
 */
public final class PinyinMatch {
    private static final int EXACT = 0;
    private static final int START = 1;
    private static final int START_LETTERS = 2;
    private static final int INSIDE = 3;
    private static final int INSIDE_LETTERS = 4;
    private final Pinyin pinyin;

    public PinyinMatch(Pinyin pinyin) {
        this.pinyin = pinyin;
    }

    /**
     * How well a choice answers: 0 best (equal), empty when it does not. Blank input answers every choice
     * with the worst rank.
     *
     * @param code may be empty
     */
    public OptionalInt rank(String typed, String label, String code) {
        String wanted = key(typed);
        String text = key(label);
        String id = key(code);
        if (wanted.isEmpty()) {
            return OptionalInt.of(INSIDE_LETTERS);
        }
        if (wanted.equals(text) || wanted.equals(id)) {
            return OptionalInt.of(EXACT);
        }
        if (text.startsWith(wanted) || id.startsWith(wanted)) {
            return OptionalInt.of(START);
        }
        List<List<String>> syllables = pinyin.syllables(label);
        if (spells(wanted, 0, syllables, 0)) {
            return OptionalInt.of(START_LETTERS);
        }
        if (text.contains(wanted)) {
            return OptionalInt.of(INSIDE);
        }
        for (int i = 1; i < syllables.size(); i++) {
            if (spells(wanted, 0, syllables, i)) {
                return OptionalInt.of(INSIDE_LETTERS);
            }
        }
        return OptionalInt.empty();
    }

    public boolean matches(String typed, String label) {
        return rank(typed, label, "").isPresent();
    }

    /** The choices that answer, best first, equal ones in their given order. */
    public <T> List<T> filter(String typed, List<T> choices, Function<T, String> label, Function<T, String> code) {
        record Ranked<T>(T choice, int rank) {
        }
        List<Ranked<T>> found = new ArrayList<>();
        for (T choice : choices) {
            rank(typed, label.apply(choice), code.apply(choice))
                    .ifPresent(rank -> found.add(new Ranked<>(choice, rank)));
        }
        return found.stream().sorted(Comparator.comparingInt(Ranked::rank)).map(Ranked::choice).toList();
    }

    /** Each syllable must be begun by at least one typed letter, until nothing typed is left. */
    private static boolean spells(String typed, int from, List<List<String>> syllables, int at) {
        if (from == typed.length()) {
            return true;
        }
        if (at == syllables.size()) {
            return false;
        }
        for (String reading : syllables.get(at)) {
            int most = Math.min(reading.length(), typed.length() - from);
            for (int used = 1; used <= most && reading.charAt(used - 1) == typed.charAt(from + used - 1); used++) {
                if (spells(typed, from + used, syllables, at + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String key(String text) {
        return SearchQuery.strip(Pinyin.plain(CellText.matchKey(text))).toLowerCase(Locale.ROOT);
    }
}
