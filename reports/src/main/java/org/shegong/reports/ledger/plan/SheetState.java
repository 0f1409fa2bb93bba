package org.shegong.reports.ledger.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shegong.reports.ledger.parse.ParsedRow;
import org.shegong.reports.ledger.parse.Problem;
import org.shegong.reports.ledger.recognise.SheetMapping;

/** What planning remembers of the sheet in hand. */
final class SheetState {

    /** A remark about a row that does not stop it. */
    record RowWarning(ParsedRow row, Problem problem) {
    }

    private final SheetMapping mapping;
    private final Map<Integer, String> contentKeys = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<RowWarning> warnings = new ArrayList<>();

    SheetState(SheetMapping mapping) {
        this.mapping = mapping;
    }

    /** The heading of a field's column as it stands in the sheet. */
    String heading(String field) {
        return mapping.heading(field);
    }

    void putContentKey(ParsedRow row, String key) {
        contentKeys.put(row.number(), key);
    }

    String contentKey(ParsedRow row) {
        return contentKeys.get(row.number());
    }

    /** Marks a key as met in this sheet; false when it was met before. */
    boolean firstTime(String key) {
        return seen.add(key);
    }

    /** Whether a key was met in this sheet. */
    boolean met(String key) {
        return seen.contains(key);
    }

    void warn(ParsedRow row, String field, String code, Object... args) {
        warnings.add(new RowWarning(row, Problem.of(field, code, args)));
    }

    List<RowWarning> warnings() {
        return warnings;
    }
}
