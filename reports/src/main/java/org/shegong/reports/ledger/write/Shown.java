package org.shegong.reports.ledger.write;

import org.shegong.db.domain.Masking;
import org.shegong.reports.ledger.recognise.LedgerField;

/** How values of a ledger are shown: in full, or masked as on screen (masking rules, rules document 7). */
final class Shown {

    private Shown() {
    }

    static String name(String name, boolean plain) {
        return plain ? name : Masking.name(name);
    }

    /** A text of a column; free text, which may hold anything, is left out of masked ledgers. */
    static String text(LedgerField field, String text, boolean clients, boolean plain) {
        if (plain || text.isEmpty()) {
            return text;
        }
        return switch (field.type()) {
            case ID -> Masking.idNumber(text);
            case PHONE -> Masking.phone(text);
            case NAME -> clients ? Masking.name(text) : text;
            case TEXT -> free(field, text);
            default -> text;
        };
    }

    private static String free(LedgerField field, String text) {
        return switch (field.key()) {
            case "address" -> Masking.address(text);
            case "note", "content", "answer", "process", "no_id_reason", "health", "contact" -> Masking.all(text);
            default -> text;
        };
    }
}
