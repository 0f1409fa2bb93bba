package org.shegong.reports.ledger.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shegong.db.domain.CellText;
import org.shegong.db.domain.PersonName;
import org.shegong.reports.ledger.recognise.LedgerWords;

/**
 * Lists of persons in one cell: names parted by commas, semicolons, line breaks or spaces, each perhaps with
 * the village in brackets. Spaces inside a name do not part it.
 */
final class PeopleText {

    private static final Pattern SEPARATOR = Pattern.compile("[\u3001\uFF0C,;\uFF1B\u3002/\\\\\\n\\r|\u2460-\u2473]+");
    private static final Pattern BRACKETS = Pattern.compile("^([^(]*)\\(([^)]*)\\)?(.*)$");

    /** Lists are numbered now and then; a number alone is nobody. */
    private static final Pattern NUMBERING = Pattern.compile("^\\(?\\d{1,3}(?:[.)\uFF0E:]\\s*|\\s+|$)");
    private static final Pattern LIST_NUMBER = Pattern.compile("(?<!\\d)[(\uFF08]?\\d{1,2}[\u3001.\uFF0E)\uFF09]\\s*(?=\\p{IsHan})");
    private static final String COMMA = "\u3001";
    private static final String LINE_BREAK = "\n";
    private static final Pattern BRACKETED = Pattern.compile("[(\uFF08][^)\uFF09]*[)\uFF09]?");

    /** A village before its people, and a person before the village. */
    private static final Pattern UNDER_A_VILLAGE = Pattern.compile("([^:]+):(.+)");
    private static final Pattern BEFORE_A_VILLAGE = Pattern.compile("([^-]+)[-\u2010-\u2015]+([^-]+)");
    private static final Pattern SQUARE_OPENING = Pattern.compile("[\\[\u3010\u3014]");
    private static final Pattern SQUARE_CLOSING = Pattern.compile("[\\]\u3011\u3015]");

    private static final int LONGEST_SPREAD_NAME = 3;

    private final Pattern etcetera;
    private final Set<String> kin;
    private final List<String> villageEndings;
    private final List<String> sureEndings;
    private final Predicate<String> knownVillages;

    /**
     * A reader of lists.
     *
     * @param knownVillages whether a name is that of a village of the register; people's names may end as villages' do
     */
    PeopleText(LedgerWords words, Predicate<String> knownVillages) {
        this.etcetera = Pattern.compile("(?<=..)(" + String.join("|", words.list("etcetera")) + ")$");
        this.kin = words.set("kin");
        this.villageEndings = words.list("village_endings");
        this.sureEndings = words.list("sure_village_endings");
        this.knownVillages = knownVillages;
    }

    /** The persons in order, each once; empty for text that names none. A village before its people ends with the line. */
    List<NamedPerson> parse(String raw) {
        List<NamedPerson> people = new ArrayList<>();
        String village = "";
        for (String piece : withVillages(pieces(LIST_NUMBER.matcher(CellText.cleanLines(raw)).replaceAll(COMMA)))) {
            if (piece.equals(LINE_BREAK)) {
                village = "";
                continue;
            }
            Matcher heading = UNDER_A_VILLAGE.matcher(CellText.compact(piece));
            boolean headed = heading.matches() && isVillage(heading.group(1));
            village = headed ? heading.group(1) : village;
            NamedPerson read = person(headed ? heading.group(2) : piece);
            NamedPerson person = read.village().isEmpty() ? new NamedPerson(read.name(), village) : read;
            if (!person.name().isEmpty() && !kin.contains(person.name()) && !people.contains(person)) {
                people.add(person);
            }
        }
        return List.copyOf(people);
    }

    /** The name and, when the brackets after it hold one, the village. */
    NamedPerson person(String piece) {
        String text = roundBrackets(CellText.clean(CellText.halfWidth(piece)));
        Matcher match = BRACKETS.matcher(text);
        if (!match.matches()) {
            Matcher dashed = BEFORE_A_VILLAGE.matcher(CellText.compact(text));
            return dashed.matches() && isVillage(dashed.group(2)) ? new NamedPerson(name(dashed.group(1)), dashed.group(2))
                    : new NamedPerson(name(text), "");
        }
        String inside = CellText.compact(match.group(2));
        boolean village = villageEndings.stream().anyMatch(inside::endsWith);
        return new NamedPerson(name(match.group(1) + match.group(3)), village ? inside : "");
    }

    /** Where names and villages take turns, each village belongs to the name before it. */
    private List<String> withVillages(List<String> lines) {
        List<String> pieces = lines.stream().filter(piece -> !piece.equals(LINE_BREAK)).toList();
        boolean turns = pieces.size() % 2 == 0;
        for (int i = 0; turns && i < pieces.size(); i++) {
            turns = isVillage(pieces.get(i)) == (i % 2 == 1);
        }
        if (!turns) {
            return lines;
        }
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i += 2) {
            joined.add(pieces.get(i) + "(" + pieces.get(i + 1) + ")");
        }
        return joined;
    }

    /** Places of three letters or more alone, and only those that cannot be somebody's name or that the register has. */
    private boolean isVillage(String text) {
        return PersonName.length(text) > 2 && text.codePoints().allMatch(Character::isLetterOrDigit)
                && (sureEndings.stream().anyMatch(text::endsWith)
                || villageEndings.stream().anyMatch(text::endsWith) && knownVillages.test(text));
    }

    private static String roundBrackets(String text) {
        return SQUARE_CLOSING.matcher(SQUARE_OPENING.matcher(text).replaceAll("(")).replaceAll(")");
    }

    private String name(String text) {
        String name = PersonName.normalise(NUMBERING.matcher(CellText.clean(text)).replaceFirst(""));
        name = etcetera.matcher(name).replaceFirst("");
        return CellText.isEmptyMark(name) ? "" : name;
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (String part : splitOutsideBrackets(text)) {
            pieces.addAll(part.equals(LINE_BREAK) ? List.of(part) : splitAtSpaces(part.trim()));
        }
        return pieces;
    }

    /** The parts, with the line breaks between them as parts of their own. */
    private static List<String> splitOutsideBrackets(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' || c == '\uFF08' ? 1 : c == ')' || c == '\uFF09' ? -1 : 0;
            if (depth <= 0 && SEPARATOR.matcher(String.valueOf(c)).matches()) {
                parts.add(part.toString());
                part.setLength(0);
                depth = 0;
                if (c == '\n') {
                    parts.add(LINE_BREAK);
                }
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /**
     * Spaces part names only where both sides can be names: a piece of one character belongs to its neighbour,
     * because names of two characters are often spread to the width of three.
     */
    private static List<String> splitAtSpaces(String text) {
        String[] words = text.split(" +(?![(\uFF08])");
        List<String> pieces = new ArrayList<>();
        if (PersonName.length(BRACKETED.matcher(text).replaceAll("").replace(" ", "")) <= LONGEST_SPREAD_NAME) {
            return List.of(text);
        }
        StringBuilder pending = new StringBuilder();
        for (String word : words) {
            boolean latin = word.chars().allMatch(c -> c < 0x2E80);
            if (PersonName.length(BRACKETED.matcher(word).replaceAll("")) <= 1 || latin) {
                pending.append(pending.isEmpty() || !latin ? "" : " ").append(word);
                if (PersonName.length(BRACKETED.matcher(pending).replaceAll("")) > 1 && !latin) {
                    pieces.add(pending.toString());
                    pending.setLength(0);
                }
            } else {
                flush(pending, pieces);
                pieces.add(word);
            }
        }
        flush(pending, pieces);
        return pieces;
    }

    private static void flush(StringBuilder pending, List<String> pieces) {
        if (!pending.isEmpty()) {
            pieces.add(pending.toString());
            pending.setLength(0);
        }
    }
}
