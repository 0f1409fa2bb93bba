package org.shegong.db.codes;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shegong.db.domain.CellText;

/** One code list in its order. Unchangeable. */
public final class CodeList {
    private static final String OPENING = "[{\u3010\u3014\u3008\u300A\u3016";
    private static final String CLOSING = "]}\u3011\u3015\u3009\u300B\u3017";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
    private static final String QUOTES = "\u201C\u201D\u300C\u300D\u300E\u300F\u2018\u2019'";
    private final String id;
    private final List<Code> codes;
    private final Map<String, Code> byCode = new LinkedHashMap<>();
    private final Map<String, Code> byWording = new LinkedHashMap<>();

    CodeList(String id, List<Code> codes) {
        this.id = id;
        this.codes = codes.stream().sorted(Comparator.comparingInt(Code::sort)).toList();
        this.codes.forEach(code -> byCode.put(code.code(), code));
        this.codes.forEach(code -> byWording.putIfAbsent(wordingKey(code.code()), code));
        this.codes.stream().filter(code -> !code.isHeading()).forEach(this::addWordings);
    }

    private void addWordings(Code code) {
        byWording.putIfAbsent(wordingKey(code.label()), code);
        code.aliases().forEach(alias -> byWording.putIfAbsent(wordingKey(alias), code));
    }

    public String id() {
        return id;
    }

    /** Every code, in order, retired ones and headings included. */
    public List<Code> codes() {
        return codes;
    }

    /** The codes that may be chosen for something that happened on this day, in order. */
    public List<Code> offered(LocalDate day) {
        return codes.stream().filter(code -> code.isOffered(day)).toList();
    }

    /** The entry of this code, also when it is retired. */
    public Optional<Code> code(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * The entry that a typed code, label or other wording means; spaces, full width, and the kinds of brackets,
     * dashes and quotation marks make no difference. Headings are not found by their labels.
     */
    public Optional<Code> find(String typed) {
        String key = wordingKey(typed);
        return key.isEmpty() ? Optional.empty()
            : Optional.ofNullable(byWording.get(key)).filter(code -> !code.isHeading());
    }

    /** True when the code is the class, or stands anywhere below it. Unknown codes are below nothing but themselves. */
    public boolean isWithin(String code, String ancestor) {
        String at = code;
        for (int depth = 0; depth <= codes.size() && !at.isEmpty(); depth++) {
            if (at.equals(ancestor)) {
                return true;
            }
            at = code(at).map(Code::parent).orElse("");
        }
        return false;
    }

    /** The form in which wordings are compared. */
    static String wordingKey(String text) {
        String key = CellText.matchKey(Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC));
        StringBuilder out = new StringBuilder(key.length());
        key.codePoints().forEach(c -> {
            if (OPENING.indexOf(c) >= 0) {
                out.append('(');
            } else if (CLOSING.indexOf(c) >= 0) {
                out.append(')');
            } else if (DASHES.indexOf(c) >= 0) {
                out.append('-');
            } else if (QUOTES.indexOf(c) < 0) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
