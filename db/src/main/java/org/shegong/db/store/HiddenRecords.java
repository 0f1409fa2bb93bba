package org.shegong.db.store;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;

/**
 * What {@link SealedScope} hides, for questions about many rows. Asked row by row, counting a million visits looks up the
 * people of each; what is sealed is few, so here it is found once for a question, by the indexes of what seals, and each
 * row is only compared with it. What hides a client or a case is still said by the scope alone.
 */
final class HiddenRecords {
    private final SealedScope scope;

    HiddenRecords(SealedScope scope) {
        this.scope = scope;
    }

    /** Rows of a form's table that may be seen. */
    Condition visible(Form form) {
        List<String> hidden = new ArrayList<>();
        String table = form.table();
        switch (form.key()) {
            case SealedScope.CLIENT -> hidden.add(among(table + ".id", clients()));
            case SealedScope.HOUSEHOLD -> hidden.add(among("household.id", "SELECT m.household_id FROM client m WHERE m.id IN ("
                + clients() + ") AND m.deleted_at IS NULL AND m.household_id IS NOT NULL"));
            case SealedScope.CASE -> hidden.add(among(table + ".id", cases()));
            default -> { }
        }
        for (Field field : SealedScope.pointers(form)) {
            String target = switch (field.target()) {
                case SealedScope.CLIENT -> clients();
                case SealedScope.CASE -> cases();
                default -> "SELECT h.id FROM crisis h WHERE " + scope.hiddenCrisis("h");
            };
            hidden.add(field.type() == FieldType.REF ? among("COALESCE(" + table + "." + field.key() + ", '')", target)
                : among(table + ".id", "SELECT p.owner_id FROM record_ref p WHERE p.target_id IN (" + target
                    + ") AND p.field = " + SealedScope.quoted(field.key())));
        }
        return hidden.isEmpty() ? scope.visible(form) : DSL.condition("NOT (" + String.join(" OR ", hidden) + ")");
    }

    private static String among(String value, String ids) {
        return value + " IN (" + ids + ")";
    }

    private String clients() {
        return "SELECT h.id FROM client h WHERE h.id IN (" + scope.sealedClients() + ") AND " + scope.hiddenClient("h");
    }

    private String cases() {
        return "SELECT h.id FROM case_file h WHERE h.id IN (" + scope.sealedCases() + " UNION SELECT b.id FROM case_file b"
            + " WHERE b.client_id IN (" + clients() + ")) AND " + scope.hiddenCase("h");
    }
}
