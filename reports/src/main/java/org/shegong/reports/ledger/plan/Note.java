package org.shegong.reports.ledger.plan;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;

/** The remark of a record, with what the ledger said and no field could hold. */
final class Note {

    private final String pattern;
    private final List<String> lines = new ArrayList<>();

    /**
     * A remark.
     *
     * @param pattern how a kept wording is written; takes its heading and the wording
     * @param own     what the ledger's own column of remarks says; may be empty
     */
    Note(String pattern, String own) {
        this.pattern = pattern;
        if (!own.isEmpty()) {
            lines.add(own);
        }
    }

    void add(String heading, String wording) {
        lines.add(MessageFormat.format(pattern, heading, wording));
    }

    /** The text; null when there is nothing to say. */
    String text() {
        return lines.isEmpty() ? null : String.join("\n", lines);
    }
}
