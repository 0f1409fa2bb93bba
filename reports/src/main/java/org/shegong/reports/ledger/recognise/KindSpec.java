package org.shegong.reports.ledger.recognise;

import java.util.List;
import java.util.Optional;

/**
 * What is known about a kind of ledger.
 *
 * @param kind   the kind
 * @param form   the form of the records that its rows make
 * @param titles words in sheet names, titles and file names
 * @param fields its columns, in the order of exports
 */
public record KindSpec(LedgerKind kind, String form, List<String> titles, List<LedgerField> fields) {

    /** The column with this key; empty for an unknown one. */
    public Optional<LedgerField> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }
}
