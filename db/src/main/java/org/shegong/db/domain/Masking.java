package org.shegong.db.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks for screens, prints and exports (rules document §7). Masking cannot be undone; null and empty text give
 * the empty text; nothing throws on values that break the rules, so that wrong data is masked too.
 */
public final class Masking {
    private static final int SHORT = 4;
    private static final Pattern LAND_LINE = Pattern.compile("(0\\d{2,3}-)?(\\d{7,8})(?:-\\d+)?");
    private static final Pattern TO_VILLAGE = Pattern.compile("(.+?" + Words.group("address.village") + ").*",
            Pattern.DOTALL);
    private static final Pattern TO_TOWNSHIP = Pattern.compile("(.+?" + Words.group("address.township") + ").*",
            Pattern.DOTALL);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM");

    private Masking() {
    }

    /**
     * The mask that a form names for a field, on the field's text: {@code id_number}, {@code name}, {@code phone},
     * {@code address}, {@code birth} (an ISO date), {@code certificate}; {@code amount}, {@code full} and every
     * unknown name hide all; empty hides nothing.
     */
    public static String by(String mask, String text) {
        if (text == null || text.isEmpty() || mask.isEmpty()) {
            return text == null ? "" : text;
        }
        return switch (mask) {
            case "id_number" -> idNumber(text);
            case "name" -> name(text);
            case "phone" -> phone(text);
            case "address" -> address(text);
            case "birth" -> text.length() >= 10 ? text.substring(0, 7) : all(text);
            case "certificate" -> certificate(text);
            default -> all(text);
        };
    }

    /** First 6 and last 4 of 18 characters (the birth date is hidden): {@code 110105********002X}. */
    public static String idNumber(String number) {
        String text = IdNumber.normalise(number);
        return text.length() == 15 ? keep(text, 6, 3) : keep(text, 6, 4);
    }

    /** First 3 and last 2: for persons under age and records of the highest sensitivity. */
    public static String idNumberStrict(String number) {
        return keep(IdNumber.normalise(number), 3, 2);
    }

    /** The strict mask for a person under 18 on the date, else the usual one. */
    public static String idNumberOn(String number, LocalDate birth, LocalDate date) {
        return AgeOn.years(birth, date) < 18 ? idNumberStrict(number) : idNumber(number);
    }

    /**
     * Surname and stars: one star for a name of two characters, two for longer ones; a compound surname stays
     * whole; of a name with a middle dot, or in Latin letters, only the first character stays.
     */
    public static String name(String raw) {
        String name = PersonName.normalise(raw);
        int length = PersonName.length(name);
        if (length <= 1) {
            return "*".repeat(length);
        }
        String first = name.substring(0, name.offsetByCodePoints(0, 1));
        if (name.contains(PersonName.DOT) || name.contains(" ")) {
            return first + "**";
        }
        String surname = PersonName.surname(name);
        return surname + "*".repeat(Math.min(2, length - PersonName.length(surname)));
    }

    /**
     * What stands for the name of a person under age, in judicial care or suffering violence: the file number and
     * a word for "somebody", or that word alone when there is no file.
     */
    public static String protectedName(String fileNo) {
        String somebody = Words.list("name.marker").get(0);
        return fileNo == null || fileNo.isBlank() ? somebody : fileNo + somebody;
    }

    /** {@code 138****5678}; land lines keep the area code and two digits, {@code 0772-*****31}. */
    public static String phone(String raw) {
        Phone phone = Phone.of(raw);
        Matcher line = LAND_LINE.matcher(phone.text());
        if (phone.kind() == Phone.Kind.PUBLIC) {
            return phone.text();
        }
        if (phone.kind() == Phone.Kind.LAND_LINE && line.matches()) {
            return (line.group(1) == null ? "" : line.group(1)) + keep(line.group(2), 0, 2);
        }
        return phone.kind() == Phone.Kind.UNKNOWN ? keep(phone.text(), 0, 2) : keep(phone.text(), 3, 4);
    }

    /** Kept down to the village (or to the township when no village is named), the rest becomes three stars. */
    public static String address(String raw) {
        String text = CellText.clean(raw);
        for (Pattern pattern : new Pattern[] {TO_VILLAGE, TO_TOWNSHIP}) {
            Matcher match = pattern.matcher(text);
            if (match.matches()) {
                String kept = match.group(1);
                return kept.length() == text.length() ? text : kept + "***";
            }
        }
        return text.isEmpty() ? "" : "***";
    }

    /** First 6 and last 4 of a certificate's or disability card's number. */
    public static String certificate(String number) {
        return keep(CellText.compact(number), 6, 4);
    }

    /** Year and month of a birth date, {@code 1949-12}. */
    public static String birthDate(LocalDate birth) {
        return birth == null ? "" : MONTH.format(birth);
    }

    /** Three stars whatever the text, so that its length stays hidden too. */
    public static String all(String text) {
        return text == null || text.isEmpty() ? "" : "***";
    }

    /** Keeps a head and a tail; a text too short to hide at least half behind them keeps at most its ends. */
    private static String keep(String text, int head, int tail) {
        int length = PersonName.length(text);
        if (length <= SHORT) {
            return "*".repeat(length);
        }
        int kept = head + tail;
        int first = length >= kept + 3 ? head : Math.min(head, length / 4);
        int last = length >= kept + 3 ? tail : Math.min(tail, length / 4);
        return text.substring(0, text.offsetByCodePoints(0, first)) + "*".repeat(length - first - last)
                + text.substring(text.offsetByCodePoints(0, length - last));
    }
}
