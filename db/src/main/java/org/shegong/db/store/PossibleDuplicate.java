package org.shegong.db.store;

/**
 * A client already on the register who may be the one being typed.
 *
 * @param clientId of the existing file
 * @param label how people know that client; of one who is not shown, the name of the worker to ask
 * @param reason {@code same_id}, {@code same_name_birth}, {@code same_name_village}, {@code same_phone} or
 *     {@link #HIDDEN}
 */
public record PossibleDuplicate(String clientId, String label, String reason) {
    /** The same ID number belongs to somebody whose file is not shown to this account. */
    public static final String HIDDEN = "same_id_hidden";

    /** True when its file may be opened from here. */
    public boolean shown() {
        return !reason.equals(HIDDEN);
    }

    /** True when saving must stop: one ID number belongs to one person. */
    public boolean certain() {
        return reason.equals("same_id") || !shown();
    }
}
