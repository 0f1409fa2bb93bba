package org.shegong.db.forms;

import java.util.List;
import java.util.Map;

/**
 * A rule between fields of one record.
 *
 * @param rule name of the rule, see {@link FieldRules}
 * @param field the field at which a breach is shown
 * @param others the other fields that it compares, in order; may be empty
 * @param level weight of a breach
 * @param message key of the text
 * @param options everything else the form file says (limits and the like)
 */
public record FieldRule(String rule, String field, List<String> others, Level level, String message,
                        Map<String, Object> options) {
}
