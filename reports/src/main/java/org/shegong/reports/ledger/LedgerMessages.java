package org.shegong.reports.ledger;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.shegong.reports.ledger.parse.Problem;
import org.shegong.reports.ledger.read.ReadOutcome.Unreadable;

/** The texts of importing, for people. */
public final class LedgerMessages {

    private final ResourceBundle bundle =
            ResourceBundle.getBundle("org.shegong.reports.ledger.messages", Locale.SIMPLIFIED_CHINESE);

    /** The bundle itself, for texts that go into records and workbooks. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** Why a row is refused or remarked. */
    public String of(Problem problem) {
        return text(problem.code(), problem.args().toArray());
    }

    /** Why a file cannot be read. */
    public String of(Unreadable file) {
        return text(file.reason().code());
    }

    /** A text by its key, with what it names. */
    public String text(String key, Object... args) {
        try {
            return MessageFormat.format(bundle.getString(key), args);
        } catch (MissingResourceException e) {
            return key;
        }
    }
}
