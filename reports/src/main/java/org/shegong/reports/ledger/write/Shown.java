package org.shegong.reports.ledger.write;

import org.shegong.db.domain.Masking;
import org.shegong.db.forms.Masks;
import org.shegong.db.forms.Shield;
import org.shegong.reports.ledger.recognise.LedgerField;

/** How values of a ledger are shown: in full, or masked as on screen (masking rules, rules document 7). */
final class Shown {

    private Shown() {
    }

    static String name(String name, boolean plain) {
        return plain ? name : Masking.name(name);
    }

    /** A client's name where a row refers to him. */
    static String client(Names.Client client, boolean plain) {
        return masks(plain).name(client.name(), client.shield());
    }

    private static Masks masks(boolean plain) {
        return plain ? Masks.NONE : Masks.ALL;
    }

    /**
     * A text of a column; free text, which may hold anything, is left out of masked ledgers.
     *
     * @param clients whether the row is a client's own
     * @param shield how closely the row's person is hidden
     */
    static String text(LedgerField field, String text, boolean clients, boolean plain, Shield shield) {
        if (plain || text.isEmpty()) {
            return text;
        }
        return switch (field.type()) {
            case ID -> shield.strict() ? Masking.idNumberStrict(text) : Masking.idNumber(text);
            case PHONE -> Masking.phone(text);
            case NAME -> clients ? masks(false).name(text, shield) : text;
            case TEXT -> free(field, text);
            default -> text;
        };
    }

    private static String free(LedgerField field, String text) {
        return switch (field.key()) {
            case "address" -> Masking.address(text);
            case "cert_no" -> Masking.certificate(text);
            case "note", "content", "answer", "process", "no_id_reason", "health", "contact" -> Masking.all(text);
            default -> text;
        };
    }
}
