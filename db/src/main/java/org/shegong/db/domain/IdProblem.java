package org.shegong.db.domain;

/**
 * Why an ID number is refused, in the order in which the rules are tried (rules document §1, ID02–ID05, ID11;
 * masked numbers: §7 M6).
 */
public enum IdProblem {
    /** Not 18 characters of the right kind, and no old 15-digit number either. */
    LENGTH("id.length"),
    /** Digits were masked with asterisks; a masked number must not overwrite a real one. */
    MASKED("id.masked"),
    /** Positions 7–14 are no date, or a date after today. */
    BIRTH_DATE("id.birth_date"),
    CHECKSUM("id.checksum"),
    /** The first two digits are no province. */
    PROVINCE("id.province"),
    /** A number typed to fill the field. */
    PLACEHOLDER("id.placeholder");

    private final String code;

    IdProblem(String code) {
        this.code = code;
    }

    /** The refusal code, which is also the message key. CHECKSUM's message takes the expected character. */
    public String code() {
        return code;
    }
}
