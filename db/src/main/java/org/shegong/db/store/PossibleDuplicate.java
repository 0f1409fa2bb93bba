package org.shegong.db.store;

/**
 * A client already on the register who may be the one being typed.
 *
 * @param clientId of the existing file
 * @param label how people know that client
 * @param reason {@code same_id}, {@code same_name_birth}, {@code same_name_village} or {@code same_phone}
 */
public record PossibleDuplicate(String clientId, String label, String reason) {
    /** True when saving must stop: one ID number belongs to one person. */
    public boolean certain() {
        return reason.equals("same_id");
    }
}
