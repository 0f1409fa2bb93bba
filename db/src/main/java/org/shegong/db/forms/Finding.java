package org.shegong.db.forms;

import java.util.List;

/**
 * One thing that a rule says about a record.
 *
 * @param rule short code of the rule, such as {@code required.missing} or {@code id.checksum}
 * @param level weight
 * @param field key of the field it concerns; empty when it concerns the record as a whole
 * @param message key of its text in the messages bundle
 * @param args values for the text, in order; may be empty
 */
public record Finding(String rule, Level level, String field, String message, List<Object> args) {
    public Finding {
        args = List.copyOf(args);
    }
}
