package org.shegong.db.effects;

import org.shegong.db.store.SaveContext;
import org.shegong.db.store.SaveEffect;

/** A case with a closing date is closed, one without is not (code list CASE_STATUS). */
final class CaseClosing implements SaveEffect {
    private static final String OPEN = "20";
    private static final String CLOSED = "40";
    private static final String CLOSED_BY_REFERRAL = "50";
    private static final String REFERRED = "3";

    @Override
    public void apply(SaveContext context) {
        if (!context.form().key().equals("case_file")) {
            return;
        }
        String state = context.text("case_state");
        boolean closed = context.values().get("close_date") != null;
        if (closed) {
            context.values().put("case_state",
                context.text("close_reason").equals(REFERRED) ? CLOSED_BY_REFERRAL : CLOSED);
        } else if (state.isEmpty() || state.equals(CLOSED) || state.equals(CLOSED_BY_REFERRAL)) {
            context.values().put("case_state", OPEN);
        }
    }
}
