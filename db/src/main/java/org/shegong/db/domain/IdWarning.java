package org.shegong.db.domain;

/** What is unusual about an ID number that passes (rules document §1, ID03, ID06, ID08, ID09). */
public enum IdWarning {
    /** Born before 1900 or more than 120 years ago. */
    AGE("id.age"),
    /** The area code is not in the table; old codes stay valid, so this never refuses. */
    AREA_UNKNOWN("id.area_unknown"),
    /** 81, 82 or 83: a residence permit of Hong Kong, Macao or Taiwan residents, ID type 08 or 09. */
    RESIDENCE_PERMIT("id.residence_permit"),
    /** Derived from an old number of 15 digits. */
    OLD_NUMBER("id.old_number");

    private final String code;

    IdWarning(String code) {
        this.code = code;
    }

    /** Stable code, which is also the message key. */
    public String code() {
        return code;
    }
}
