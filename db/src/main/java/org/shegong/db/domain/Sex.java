package org.shegong.db.domain;

/** Sex as an ID number tells it, with its code of GB/T 2261.1. */
public enum Sex {
    MALE("1"),
    FEMALE("2");

    private final String code;

    Sex(String code) {
        this.code = code;
    }

    /** Code in the list SEX. */
    public String code() {
        return code;
    }
}
