package org.shegong.db.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A telephone number as typed in a register (rules document §3). Nothing here refuses: an unusual number is a
 * warning for the screen.
 *
 * @param text normalised: mobile and service numbers as digits, land lines as {@code 0772-2611731} with an
 *             extension after another dash, international numbers as {@code +} and digits; other text unchanged
 * @param kind what the number looks like
 */
public record Phone(String text, Kind kind) {
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LAND_LINE = Pattern.compile(
            "(?:(010|02\\d|0[3-9]\\d{2})-?)?([2-9]\\d{6,7})(?:-(\\d{1,6}))?");
    /** An area code written without its 0, as behind +86. */
    private static final Pattern MISSING_ZERO = Pattern.compile("[1-9]\\d{1,2}-\\d{7,8}(?:-\\d{1,6})?");
    private static final Pattern SERVICE = Pattern.compile("(?:400|800)\\d{7}");
    private static final Pattern PUBLIC = Pattern.compile("1\\d{2,4}");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern EXTENSION = Pattern.compile(Words.group("phone.extension"));

    /** Kinds of number. */
    public enum Kind {
        MOBILE, LAND_LINE,
        /** 400 and 800 numbers. */
        SERVICE,
        /** Emergency and hotline numbers such as 110; nobody's own. */
        PUBLIC,
        INTERNATIONAL,
        /** Matches none of the rules. */
        UNKNOWN
    }

    /** Reads one number; null and blank give {@link Kind#UNKNOWN} with empty text. */
    public static Phone of(String raw) {
        String text = EXTENSION.matcher(CellText.compact(raw)).replaceAll("-")
                .replaceAll("[\u2010-\u2015\u2212~]", "-").replaceAll("[()]", "-").replaceAll("^-+|-+$", "");
        String digits = text.replaceFirst("^(?:\\+86|0086|86(?=1[3-9]\\d{9}$|-))", "").replace("-", "");
        if (MOBILE.matcher(digits).matches()) {
            return new Phone(digits, Kind.MOBILE);
        }
        if (SERVICE.matcher(digits).matches()) {
            return new Phone(digits, Kind.SERVICE);
        }
        if (PUBLIC.matcher(digits).matches()) {
            return new Phone(digits, Kind.PUBLIC);
        }
        return landLineOrOther(text.replaceFirst("^(?:\\+86|0086)-*", ""), text);
    }

    /** Every number of a cell such as {@code 138…/139…}, in order; empty for a blank cell or a mark for none. */
    public static List<Phone> all(String raw) {
        List<Phone> phones = new ArrayList<>();
        for (String part : CellText.halfWidth(raw).split("[/,;\u3001\n|]")) {
            String text = CellText.cleanOrEmpty(part);
            if (!text.isEmpty()) {
                phones.add(of(text));
            }
        }
        return List.copyOf(phones);
    }

    /** A land line without area code gets the given one; every other number is returned as it is. */
    public Phone withAreaCode(String areaCode) {
        return kind == Kind.LAND_LINE && !text.startsWith("0") && !areaCode.isBlank()
                ? of(areaCode + "-" + text) : this;
    }

    /** False for text that follows no rule; worth a warning. */
    public boolean recognised() {
        return kind != Kind.UNKNOWN;
    }

    /** The digits alone, as they are searched for. */
    public String digits() {
        return text.replaceAll("\\D", "");
    }

    @Override
    public String toString() {
        return Masking.phone(text);
    }

    private static Phone landLineOrOther(String local, String text) {
        String trunk = MISSING_ZERO.matcher(local).matches() ? "0" + local : local;
        Matcher line = LAND_LINE.matcher(trunk.replaceAll("-{2,}", "-"));
        if (line.matches()) {
            String area = line.group(1) == null ? "" : line.group(1) + "-";
            String extension = line.group(3) == null ? "" : "-" + line.group(3);
            return new Phone(area + line.group(2) + extension, Kind.LAND_LINE);
        }
        String bare = text.replace("-", "").replaceFirst("^00(?=[1-9])", "+");
        return INTERNATIONAL.matcher(bare).matches()
                ? new Phone(bare, Kind.INTERNATIONAL) : new Phone(text, Kind.UNKNOWN);
    }
}
