package org.shegong.db.effects;

import org.shegong.db.domain.IdCheck;
import org.shegong.db.domain.IdNumber;
import org.shegong.db.store.SaveContext;
import org.shegong.db.store.SaveEffect;

/** A citizen's ID number gives sex and birth date where nobody typed others; names and numbers are kept tidy. */
public final class ClientIdentity implements SaveEffect {
    private static final String CITIZEN_CARD = "01";
    private static final String HOUSEHOLD_BOOK = "02";

    @Override
    public void apply(SaveContext context) {
        if (context.form().find("id_no").isEmpty() || context.form().find("birth").isEmpty()) {
            return;
        }
        String type = context.text("id_type");
        boolean citizen = type.isEmpty() || type.equals(CITIZEN_CARD) || type.equals(HOUSEHOLD_BOOK);
        if (citizen && IdNumber.check(context.text("id_no"), context.today()) instanceof IdCheck.Valid valid) {
            context.values().put("id_no", valid.number().text());
            context.values().putIfAbsent("birth", valid.number().birthDate());
            context.values().putIfAbsent("sex", valid.number().sex().code());
        }
    }
}
