package org.shegong.db.domain;

import java.util.Locale;
import java.util.Set;

/**
 * Cleaning of text as it comes out of spreadsheets and paste (rules document §12 I3). Every method takes null
 * as the empty text and never returns null.
 */
public final class CellText {
    private static final Set<String> EMPTY_MARKS = Words.set("empty.marks");

    private CellText() {
    }

    /**
     * One clean line: a leading apostrophe, zero-width and control characters go; NBSP, U+3000, tabs and line
     * breaks become a space; runs of spaces become one; the ends are trimmed. Letters and digits stay as typed.
     */
    public static String clean(String raw) {
        return collapse(raw, false);
    }

    /** Like {@link #clean} for long texts: line breaks stay (as \n), each line is cleaned for itself. */
    public static String cleanLines(String raw) {
        return collapse(raw, true);
    }

    /** {@link #clean}, and the marks people type for "nothing" (such as a dash or a slash) become empty too. */
    public static String cleanOrEmpty(String raw) {
        String text = clean(raw);
        return isEmptyMark(text) ? "" : text;
    }

    /** True for empty text and for a mark that means nothing was entered. */
    public static boolean isEmptyMark(String text) {
        String t = clean(text);
        return t.isEmpty() || EMPTY_MARKS.contains(t) || EMPTY_MARKS.contains(halfWidth(t));
    }

    /** Full-width letters, digits and signs (U+FF01–FF5E) and U+3000 become their half-width forms. */
    public static String halfWidth(String raw) {
        if (raw == null) {
            return "";
        }
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= '\uFF01' && c <= '\uFF5E') {
                out.append((char) (c - 0xFEE0));
            } else {
                out.append(c == '\u3000' ? ' ' : c);
            }
        }
        return out.toString();
    }

    /** Half-width, without any space at all: the form in which numbers and codes are compared. */
    public static String compact(String raw) {
        String text = clean(halfWidth(raw));
        return text.indexOf(' ') < 0 ? text : text.replace(" ", "");
    }

    /** The form in which headings and names of things are matched: {@link #compact} in lower case. */
    public static String matchKey(String raw) {
        return compact(raw).toLowerCase(Locale.ROOT);
    }

    /**
     * Text that a spreadsheet would run as a formula gets a leading apostrophe on export (rules document §12
     * I13); other text is returned unchanged.
     */
    public static String guardFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String collapse(String raw, boolean keepLines) {
        if (raw == null) {
            return "";
        }
        StringBuilder out = new StringBuilder(raw.length());
        raw.codePoints().forEach(c -> append(out, c, keepLines));
        String text = out.toString().strip();
        return text.startsWith("'") || text.startsWith("\u2018") && text.indexOf('\u2019') < 0
                ? text.substring(1).strip() : text;
    }

    private static void append(StringBuilder out, int c, boolean keepLines) {
        if (keepLines && c == '\n') {
            trimEnd(out);
            out.append('\n');
        } else if (isSpace(c)) {
            if (out.length() > 0 && !endsWithSpace(out)) {
                out.append(' ');
            }
        } else if (!isInvisible(c)) {
            out.appendCodePoint(c);
        }
    }

    private static boolean endsWithSpace(StringBuilder out) {
        char last = out.charAt(out.length() - 1);
        return last == ' ' || last == '\n';
    }

    private static void trimEnd(StringBuilder out) {
        while (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Zero-width joiners, marks of direction, byte-order marks, soft hyphens and control characters. */
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT || Character.isISOControl(c);
    }
}
