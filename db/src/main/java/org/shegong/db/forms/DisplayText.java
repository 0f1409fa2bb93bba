package org.shegong.db.forms;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a form says which record is meant: words with places for fields, such as {@code {name} {age}岁}. Words are parted by
 * blanks; one whose places all stay empty is left out, so that no unit stands without its number.
 *
 * @param template as the form file has it
 */
public record DisplayText(String template) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9_]+)}");

    /** Keys of the fields, in order. */
    public List<String> keys() {
        return PLACE.matcher(template).results().map(place -> place.group(1)).toList();
    }

    /**
     * The words with their places filled; may be empty.
     *
     * @param part text of a field by its key; never null, empty for nothing
     */
    public String filled(UnaryOperator<String> part) {
        return Arrays.stream(template.split(" ")).map(word -> filled(word, part)).filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" "));
    }

    private static String filled(String word, UnaryOperator<String> part) {
        Matcher place = PLACE.matcher(word);
        StringBuilder text = new StringBuilder();
        boolean fixed = true;
        boolean said = false;
        while (place.find()) {
            String found = part.apply(place.group(1));
            fixed = false;
            said |= !found.isEmpty();
            place.appendReplacement(text, Matcher.quoteReplacement(found));
        }
        place.appendTail(text);
        return fixed || said ? text.toString().strip() : "";
    }
}
