package org.shegong.db.store;

/**
 * Two files that may be about the same person (validation rules, section 11).
 *
 * @param one id of a file that may be shown
 * @param other id of the second file
 * @param reason why: {@code same_id}, {@code same_name_birth_village}, {@code same_name_birth},
 *     {@code same_name_village}, {@code alike_name_birth} or {@code same_phone}
 * @param ask whom to ask about the second file when it is not shown to this account, empty when nobody is named; null
 *     when it is shown
 */
public record DuplicatePair(String one, String other, String reason, String ask) {
    /** True when both files may be opened. */
    public boolean shown() {
        return ask == null;
    }
}
