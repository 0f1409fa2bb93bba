package org.shegong.reports.printing;

import org.shegong.db.forms.Masks;

/** For whom something is printed or exported (validation rules, section 7, M2). */
public enum Edition {
    /** Inside the station: plain values, marked as confidential. */
    INTERNAL(Masks.NONE),
    /** For others: names, numbers and addresses are masked. */
    EXTERNAL(Masks.ALL);

    private final Masks masks;

    Edition(Masks masks) {
        this.masks = masks;
    }

    /** What of personal values it shows. */
    public Masks masks() {
        return masks;
    }
}
