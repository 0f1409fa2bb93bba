package org.shegong.app.controls.form.model;

/** How a member took part in one session, in the order in which a click goes through them. */
public enum Attendance {
    ABSENT, PRESENT, LATE, LEAVE, EARLY, LATE_EARLY;

    /** The state after this one for a click; what was late and early at once is only ever set in the form. */
    Attendance next() {
        return this == EARLY || this == LATE_EARLY ? ABSENT : values()[ordinal() + 1];
    }

    /** True for those who were there, for however long; leave and absence do not count. */
    public boolean isThere() {
        return this != ABSENT && this != LEAVE;
    }
}
