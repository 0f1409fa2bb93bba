package org.shegong.reports.ledger.parse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shegong.db.domain.CellText;
import org.shegong.reports.ledger.recognise.HeadingText;
import org.shegong.reports.ledger.recognise.LedgerWords;

/** Turns the wordings of ledgers into codes: the ledgers' own spellings first, then labels, aliases and codes. */
public final class LedgerCodes {

    private static final String CATEGORIES = "CLIENT_CAT";

    /** What closes a sentence says nothing in a cell that holds one word. */
    private static final Pattern STOP = Pattern.compile("[\u3002.!\uFF01;\uFF1B,\uFF0C\u3001]+$");

    /** The station's code lists. */
    public interface Lists {

        /** The code with this label, alias or code; empty for none. */
        Optional<String> find(String list, String text);

        /** The label of a code; empty text for an unknown one. */
        String label(String list, String code);
    }

    private final LedgerWords words;
    private final Lists lists;

    /** A lookup in these words and code lists. */
    public LedgerCodes(LedgerWords words, Lists lists) {
        this.words = words;
        this.lists = lists;
    }

    /** The code that a text means; empty when no spelling fits. */
    public Optional<String> find(String list, String text) {
        String clean = CellText.clean(CellText.halfWidth(text));
        Optional<String> exact = exact(list, clean);
        if (exact.isPresent() || !CATEGORIES.equals(list)) {
            return exact;
        }
        return withAnotherEnding(list, clean);
    }

    /** As {@link #find}; what stands in brackets behind may also be left out. */
    public Optional<String> findLoosely(String list, String text) {
        return find(list, text).or(() -> Optional.of(HeadingText.bare(text)).filter(bare -> !bare.isEmpty())
                .flatMap(bare -> exact(list, bare)));
    }

    /** Whether a list has a code for a text. */
    public boolean knows(String list, String text) {
        return findLoosely(list, text).isPresent();
    }

    private Optional<String> withAnotherEnding(String list, String clean) {
        // Categories are written with and without their closing word.
        for (String ending : words.list("category_endings")) {
            if (clean.endsWith(ending) && clean.length() > ending.length() + 1) {
                Optional<String> shorter = exact(list, clean.substring(0, clean.length() - ending.length()));
                if (shorter.isPresent()) {
                    return shorter;
                }
            } else {
                Optional<String> longer = exact(list, clean + ending);
                if (longer.isPresent()) {
                    return longer;
                }
            }
        }
        return Optional.empty();
    }

    /** The code for what the list does not name; empty when the list has none. */
    public Optional<String> other(String list) {
        return List.of("99", "C999", "9", "8").stream()
                .filter(code -> words.set("other_labels").contains(lists.label(list, code))).findFirst();
    }

    /** The label of a code. */
    public String label(String list, String code) {
        return lists.label(list, code);
    }

    private Optional<String> exact(String list, String text) {
        String own = words.code(list, HeadingText.full(text));
        return own != null ? Optional.of(own)
                : lists.find(list, text).or(() -> lists.find(list, STOP.matcher(text).replaceFirst("")));
    }
}
