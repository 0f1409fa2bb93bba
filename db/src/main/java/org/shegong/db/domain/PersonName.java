package org.shegong.db.domain;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of persons (rules document §2 N01–N05). Lengths are code points, so that a rare character of a
 * supplementary plane counts once.
 */
public final class PersonName {
    /** The dot inside names, U+00B7. */
    public static final String DOT = "\u00B7";
    private static final Pattern DOTS = Pattern.compile(
            " ?[\u00B7\u2022\u2027\u2219\u22C5\u30FB\uFF0E\uFF65\u2024\u0387\u25CF] ?");
    /** An ASCII dot stands for the middle dot only between Chinese characters. */
    private static final Pattern PLAIN_DOT = Pattern.compile("(\\p{IsHan}) ?\\. ?(?=\\p{IsHan})");
    /** What goes before is matched, not looked behind at: that would miss characters of supplementary planes. */
    private static final Pattern SPACE_BY_HAN = Pattern.compile("([\\p{IsHan}\u00B7]) (?=[\\p{IsHan}\u00B7])");
    private static final Set<String> PLACEHOLDERS = Words.set("name.placeholder");
    private static final int LONGEST = 20;

    /** What is wrong or unusual about a name. */
    public enum Problem {
        /** Nothing was entered; refuses. */
        MISSING("name.missing", true),
        /** N03: a word that stands for no name; refuses. */
        PLACEHOLDER("name.placeholder", true),
        /** N01: fewer than 2 or more than 20 characters; long names of minorities are real (N05). */
        LENGTH("name.length", false),
        /** N04: holds digits. */
        DIGITS("name.digits", false),
        /** N04: holds letters; permitted for foreigners. */
        LATIN("name.latin", false);

        private final String code;
        private final boolean refuses;

        Problem(String code, boolean refuses) {
            this.code = code;
            this.refuses = refuses;
        }

        /** Stable code, which is also the message key. */
        public String code() {
            return code;
        }

        /** True for errors, false for warnings. */
        public boolean refuses() {
            return refuses;
        }
    }

    private PersonName() {
    }

    /**
     * The name as it is stored and compared: cleaned, full-width letters and digits made half width, no spaces
     * (U+3000 included) between or around Chinese characters, one space between Latin words, middle dots of
     * every kind written U+00B7. Null gives the empty text.
     */
    public static String normalise(String raw) {
        String text = CellText.clean(raw);
        text = DOTS.matcher(text).replaceAll(DOT);
        text = CellText.clean(CellText.halfWidth(text));
        text = PLAIN_DOT.matcher(text).replaceAll("$1" + DOT);
        return SPACE_BY_HAN.matcher(text).replaceAll("$1");
    }

    /** True when two spellings name the same person as far as spelling goes. */
    public static boolean same(String one, String other) {
        return normalise(one).equals(normalise(other));
    }

    /** Problems of a name in any spelling; empty when all is well. */
    public static Set<Problem> check(String raw) {
        String name = normalise(raw);
        Set<Problem> problems = EnumSet.noneOf(Problem.class);
        if (CellText.isEmptyMark(name) && !name.matches("\\*+")) {
            problems.add(Problem.MISSING);
            return problems;
        }
        if (isPlaceholder(name)) {
            problems.add(Problem.PLACEHOLDER);
            return problems;
        }
        int length = length(name);
        if (length < 2 || length > LONGEST) {
            problems.add(Problem.LENGTH);
        }
        if (name.codePoints().anyMatch(Character::isDigit)) {
            problems.add(Problem.DIGITS);
        }
        if (name.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)) {
            problems.add(Problem.LATIN);
        }
        return problems;
    }

    /** Characters of a name as a reader counts them. */
    public static int length(String name) {
        return name.codePointCount(0, name.length());
    }

    /** Both characters of a compound surname, the part before the dot, the first Latin word, or one character. */
    public static String surname(String raw) {
        String name = normalise(raw);
        if (name.isEmpty()) {
            return "";
        }
        int dot = name.indexOf(DOT);
        if (dot > 0) {
            return name.substring(0, dot);
        }
        int space = name.indexOf(' ');
        if (space > 0) {
            return name.substring(0, space);
        }
        int two = length(name) >= 3 ? name.offsetByCodePoints(0, 2) : 0;
        return two > 0 && Words.compoundSurnames().contains(name.substring(0, two))
                ? name.substring(0, two) : name.substring(0, name.offsetByCodePoints(0, 1));
    }

    private static boolean isPlaceholder(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return PLACEHOLDERS.contains(lower) || lower.matches("[x*?]+");
    }
}
