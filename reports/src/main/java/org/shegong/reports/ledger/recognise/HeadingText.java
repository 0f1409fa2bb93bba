package org.shegong.reports.ledger.recognise;

import org.shegong.db.domain.CellText;

/** Headings in the forms in which they are compared. */
public final class HeadingText {

    private HeadingText() {
    }

    /** Letters and digits alone, lower case: spaces, line breaks, brackets and punctuation are gone. */
    public static String full(String raw) {
        String text = CellText.matchKey(raw);
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.isEmpty() ? text : kept.toString();
    }

    /** {@link #full} of what stands outside brackets; empty when everything is in brackets. */
    public static String bare(String raw) {
        String text = CellText.halfWidth(raw);
        StringBuilder kept = new StringBuilder(text.length());
        int depth = 0;
        for (char c : text.toCharArray()) {
            if (isOpening(c)) {
                depth++;
            } else if (isClosing(c)) {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0) {
                kept.append(c);
            }
        }
        String outside = kept.toString();
        return outside.isBlank() ? "" : full(outside);
    }

    private static boolean isOpening(char c) {
        return c == '(' || c == '[' || c == '\u3010' || c == '\u3014' || c == '\u300A';
    }

    private static boolean isClosing(char c) {
        return c == ')' || c == ']' || c == '\u3011' || c == '\u3015' || c == '\u300B';
    }
}
