package org.shegong.app.controls.preview;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pages to print.
 *
 * @param from first page, counted from 1
 * @param to last page, not before the first; {@link Integer#MAX_VALUE} for the last one of the document
 */
public record PageSpan(int from, int to) {
    /** Every page. */
    public static final PageSpan ALL = new PageSpan(1, Integer.MAX_VALUE);
    private static final Pattern TYPED = Pattern.compile("(\\d{1,4})?\\s*([-~\u2013\u2014\uff0d\uff5e])?\\s*(\\d{1,4})?");

    /**
     * What a person typed: nothing for all pages, {@code 3}, {@code 2-4}, {@code 2-} or {@code -4}.
     *
     * @param pages how many pages there are
     * @return empty when it is none of these or names no page there is
     */
    public static Optional<PageSpan> typed(String text, int pages) {
        String digits = text.strip().codePoints().collect(StringBuilder::new,
            (all, c) -> all.appendCodePoint(c >= 0xff10 && c <= 0xff19 ? c - 0xff10 + '0' : c),
            StringBuilder::append).toString();
        if (digits.isEmpty()) {
            return Optional.of(ALL);
        }
        Matcher typed = TYPED.matcher(digits);
        if (!typed.matches() || typed.group(1) == null && typed.group(3) == null) {
            return Optional.empty();
        }
        int from = typed.group(1) == null ? 1 : Integer.parseInt(typed.group(1));
        int to = typed.group(3) != null ? Integer.parseInt(typed.group(3)) : typed.group(2) == null ? from
            : Integer.MAX_VALUE;
        return from < 1 || to < from || from > pages ? Optional.empty() : Optional.of(new PageSpan(from, to));
    }
}
