package org.shegong.db.search;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.shegong.db.domain.CellText;
import org.shegong.db.domain.IdNumber;
import org.shegong.db.domain.PersonName;
import org.shegong.db.domain.Phone;

/**
 * The tokens under which a record is found; a word of {@link SearchQuery} finds every token that begins with
 * it. Tokens are lower case and hold no spaces. Collects into one set: call the methods for the fields that a
 * record has, then {@link #tokens()}. Not for several threads.
 */
public final class SearchTokens {
    /** Combinations of readings kept for one text; names of several characters with two readings stay below. */
    private static final int READINGS = 32;
    private static final int LONGEST = 40;
    private final Pinyin pinyin;
    private final Set<String> tokens = new LinkedHashSet<>();

    public SearchTokens(Pinyin pinyin) {
        this.pinyin = pinyin;
    }

    /**
     * A person's name: the name and each of its ends ("玉兰" finds 覃玉兰), the initials and each of their ends for
     * every combination of readings, and the full pinyin of the name and of the given name.
     */
    public SearchTokens name(String raw) {
        String name = key(PersonName.normalise(raw));
        ends(name, 1);
        pinyin.initials(name, READINGS).forEach(initials -> ends(initials, 1));
        pinyin.spellings(name, READINGS).forEach(this::add);
        String given = name.substring(Math.min(name.length(), key(PersonName.surname(name)).length()));
        pinyin.spellings(given, READINGS).forEach(this::add);
        return this;
    }

    /** A village, group, course or other title: the text and its ends, initials and full pinyin. */
    public SearchTokens title(String raw) {
        String title = key(raw);
        ends(title, 2);
        pinyin.initials(title, READINGS).forEach(initials -> ends(initials, 2));
        pinyin.spellings(title, 4).forEach(this::add);
        return this;
    }

    /**
     * Running text such as what somebody asked: found by any stretch of it, but not by pinyin, which nobody types for
     * a sentence and which would be most of the index.
     */
    public SearchTokens running(String raw) {
        ends(key(raw), 2);
        return this;
    }

    /** An ID number in full, its last 6 and last 4 characters. */
    public SearchTokens idNumber(String raw) {
        String number = IdNumber.normalise(raw).toLowerCase(Locale.ROOT);
        add(number);
        last(number, 6);
        last(number, 4);
        return this;
    }

    /** Every telephone number of a cell in full (digits only) and its last 4 digits. */
    public SearchTokens phone(String raw) {
        for (Phone phone : Phone.all(raw)) {
            add(phone.digits());
            last(phone.digits(), 4);
        }
        return this;
    }

    /** A file or document number such as C00012: in full, and its digits without leading zeros. */
    public SearchTokens number(String raw) {
        String number = key(raw);
        add(number);
        add(number.replaceAll("[^a-z0-9]", ""));
        add(number.replaceFirst("^.*?0*([1-9]\\d*)$", "$1"));
        return this;
    }

    /** All tokens so far in the order of adding; a copy. */
    public Set<String> tokens() {
        return Set.copyOf(tokens);
    }

    private static String key(String raw) {
        return SearchQuery.strip(CellText.matchKey(raw));
    }

    private void ends(String text, int shortest) {
        int length = text.codePointCount(0, text.length());
        for (int i = 0; i <= length - shortest; i++) {
            add(text.substring(text.offsetByCodePoints(0, i)));
        }
        if (length > 0 && length < shortest) {
            add(text);
        }
    }

    private void last(String text, int length) {
        if (text.length() > length) {
            add(text.substring(text.length() - length));
        }
    }

    private void add(String token) {
        if (!token.isEmpty()) {
            int length = token.codePointCount(0, token.length());
            tokens.add(length <= LONGEST ? token : token.substring(0, token.offsetByCodePoints(0, LONGEST)));
        }
    }
}
