package org.shegong.db.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shegong.db.domain.CellText;

/**
 * What a person typed, split into words; a record is found when each word begins one of its tokens
 * ({@link SearchTokens}).
 *
 * @param words lower case, no repeats, in typed order; empty when nothing searchable was typed
 */
public record SearchQuery(List<String> words) {
    /** Chinese and other text part here, so that a village and initials may be typed without a space. */
    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[^\\p{IsHan}]+");
    private static final Pattern DASHED_DIGITS = Pattern.compile("(?<=\\d)[- ](?=\\d{4}(?:\\D|$))");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Splits typed text at spaces, signs and where Chinese meets letters; null gives an empty query. */
    public static SearchQuery of(String typed) {
        String text = CellText.clean(CellText.halfWidth(typed)).toLowerCase(Locale.ROOT);
        text = DASHED_DIGITS.matcher(text).replaceAll("");
        LinkedHashSet<String> words = new LinkedHashSet<>();
        for (String part : text.split("[\\s,;\u3001\u3002]+")) {
            Matcher run = RUN.matcher(strip(Pinyin.plain(part)));
            while (run.find()) {
                words.add(run.group());
            }
        }
        return new SearchQuery(List.copyOf(words));
    }

    /** True when there is nothing to search for; such a query finds everything. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether a set of tokens answers the query; for lists held in memory. */
    public boolean matches(Iterable<String> tokens) {
        return words.stream().allMatch(word -> begins(word, tokens));
    }

    private static boolean begins(String word, Iterable<String> tokens) {
        for (String token : tokens) {
            if (token.startsWith(word)) {
                return true;
            }
        }
        return false;
    }

    /** Letters and digits of a text, of whatever script. */
    static String strip(String text) {
        return NO_WORD.matcher(text).replaceAll("");
    }
}
