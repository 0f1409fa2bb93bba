package org.shegong.reports.privacy;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.shegong.db.domain.Masking;
import org.shegong.db.domain.PersonName;

/**
 * Names of the register in a text. Looks every stretch of the text up in one table, so that a hundred thousand names
 * cost no more than a hundred. A name of two characters that is a word of the language as well counts only where it
 * stands for itself or beside words that are said of persons.
 */
final class NameTraces {
    private static final int SHORTEST = 2;
    private static final int WORD = 2;
    private static final int CONTEXT = 8;
    private final Map<String, String> replacements = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private final List<Integer> lengths;
    private final Pattern before;
    private final Pattern after;

    /**
     * @param names every name to be found
     * @param nameless those of them of which not even the surname may stay
     */
    NameTraces(Collection<String> names, Set<String> nameless) {
        String somebody = Masking.protectedName("");
        BreakIterator segments = BreakIterator.getWordInstance(Locale.CHINA);
        Set<Integer> found = new TreeSet<>(java.util.Comparator.reverseOrder());
        for (String raw : names) {
            String name = compact(PersonName.normalise(raw));
            if (name.length() >= SHORTEST && !name.contains("*") && !name.contains(somebody)) {
                replacements.put(name, (nameless.contains(raw) ? "" : shown(name)) + somebody);
                found.add(name.length());
                if (name.length() == WORD && isWord(segments, name)) {
                    words.add(name);
                }
            }
        }
        lengths = List.copyOf(found);
        ResourceBundle bundle = ResourceBundle.getBundle("org.shegong.reports.privacy.privacy");
        before = Pattern.compile(".*(?:" + bundle.getString("name.before") + ")$", Pattern.DOTALL);
        after = Pattern.compile("(?:" + bundle.getString("name.after") + ").*", Pattern.DOTALL);
    }

    /** What of a name may stay: the surname, of a foreign name the first character. */
    private static String shown(String name) {
        return name.contains(PersonName.DOT) || name.matches("[A-Za-z].*")
            ? name.substring(0, name.offsetByCodePoints(0, 1)) : PersonName.surname(name);
    }

    private static boolean isWord(BreakIterator segments, String name) {
        segments.setText(name);
        segments.first();
        return segments.next() == name.length();
    }

    private static String compact(String text) {
        return text.replaceAll("[ \u00A0\u3000]", "");
    }

    /** In the order of the text; of overlapping names the longest that begins first. */
    List<Trace> in(String text) {
        StringBuilder letters = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter != ' ' && letter != '\u00A0' && letter != '\u3000') {
                letters.append(letter == '\uFF0E' || letter == '\u2022' || letter == '\u30FB' ? '\u00B7' : letter);
                places.add(i);
            }
        }
        List<Trace> traces = new ArrayList<>();
        int at = 0;
        while (at < letters.length()) {
            Trace trace = at(letters, places, at, text);
            if (trace == null) {
                at++;
            } else {
                traces.add(trace);
                at += compact(trace.text()).length();
            }
        }
        return traces;
    }

    private Trace at(StringBuilder letters, List<Integer> places, int at, String text) {
        for (int length : lengths) {
            if (at + length <= letters.length()) {
                String stretch = letters.substring(at, at + length);
                String replacement = replacements.get(stretch);
                int start = places.get(at);
                int end = places.get(at + length - 1) + 1;
                if (replacement != null && (!words.contains(stretch) || meansAPerson(text, start, end))) {
                    return new Trace(Trace.Kind.NAME, start, end, text.substring(start, end), replacement);
                }
            }
        }
        return null;
    }

    private boolean meansAPerson(String text, int start, int end) {
        String left = text.substring(Math.max(0, start - CONTEXT), start);
        String right = text.substring(end, Math.min(text.length(), end + CONTEXT));
        boolean alone = (left.isEmpty() || !isHan(left.charAt(left.length() - 1)))
            && (right.isEmpty() || !isHan(right.charAt(0)));
        return alone || before.matcher(left).matches() || after.matcher(right).matches();
    }

    private static boolean isHan(char letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN;
    }
}
