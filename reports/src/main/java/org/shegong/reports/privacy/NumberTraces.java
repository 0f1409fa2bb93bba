package org.shegong.reports.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shegong.db.domain.IdNumber;
import org.shegong.db.domain.Masking;

/** Identity, telephone and bank card numbers in a text, also written with full-width digits, spaces or dashes. */
final class NumberTraces {
    private static final Pattern ID = Pattern.compile(
        "(?<![0-9])[1-9](?:[ -]?[0-9]){16}[ -]?[0-9Xx](?:[1-7][1-4])?(?![0-9])");
    private static final Pattern OLD_ID = Pattern.compile(
        "(?<![0-9])[1-9][0-9]{5}[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}(?![0-9Xx])");
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9])1[3-9][0-9](?:[ -]?[0-9]){8}(?![0-9])");
    private static final Pattern MOBILE_ABROAD = Pattern.compile(
        "(?<![0-9])\\+?86[ -]?1[3-9][0-9](?:[ -]?[0-9]){8}(?![0-9])");
    private static final Pattern LAND_LINE = Pattern.compile("(?<![0-9-])0[0-9]{2,3}-[0-9]{7,8}(?![0-9])");
    private static final Pattern CARD = Pattern.compile("(?<![0-9])[3-69](?:[ -]?[0-9]){15,18}(?![0-9])");
    private static final Pattern BIRTH = Pattern.compile("[0-9]{6}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])"
        + "(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx].*");

    private NumberTraces() {
    }

    /** In no order; none overlaps another. */
    static List<Trace> in(String text) {
        String plain = halfWidth(text);
        List<Trace> found = new ArrayList<>();
        all(ID, plain, text, found, Trace.Kind.ID_NUMBER);
        all(OLD_ID, plain, text, found, Trace.Kind.ID_NUMBER);
        all(CARD, plain, text, found, Trace.Kind.BANK_CARD);
        all(MOBILE_ABROAD, plain, text, found, Trace.Kind.PHONE);
        all(MOBILE, plain, text, found, Trace.Kind.PHONE);
        all(LAND_LINE, plain, text, found, Trace.Kind.PHONE);
        return found;
    }

    private static void all(Pattern pattern, String plain, String text, List<Trace> found, Trace.Kind kind) {
        Matcher matcher = pattern.matcher(plain);
        while (matcher.find()) {
            int start = matcher.start();
            int end = matcher.end();
            String digits = matcher.group().replaceAll("[ -]", "");
            boolean free = found.stream().noneMatch(other -> other.start() < end && start < other.end());
            if (free && plausible(kind, digits)) {
                found.add(new Trace(kind, start, end, text.substring(start, end), replacement(kind, digits)));
            }
        }
    }

    private static boolean plausible(Trace.Kind kind, String digits) {
        return switch (kind) {
            case ID_NUMBER -> digits.length() < 18 || BIRTH.matcher(digits).matches();
            case BANK_CARD -> luhn(digits);
            default -> true;
        };
    }

    private static String replacement(Trace.Kind kind, String digits) {
        return switch (kind) {
            case ID_NUMBER -> Masking.idNumberStrict(IdNumber.normalise(digits));
            case BANK_CARD -> "*".repeat(digits.length() - 4) + digits.substring(digits.length() - 4);
            default -> Masking.phone(digits.startsWith("86") ? digits.substring(2) : digits);
        };
    }

    /** The check digit that every bank card carries. */
    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    /** Character by character, so that places stay the same. */
    private static String halfWidth(String text) {
        char[] plain = text.toCharArray();
        for (int i = 0; i < plain.length; i++) {
            if (plain[i] >= '\uFF01' && plain[i] <= '\uFF5E') {
                plain[i] = (char) (plain[i] - 0xFEE0);
            } else if (plain[i] == '\u3000' || plain[i] == '\u00A0') {
                plain[i] = ' ';
            } else if (plain[i] == '\u2014' || plain[i] == '\u2013') {
                plain[i] = '-';
            }
        }
        return new String(plain);
    }
}
