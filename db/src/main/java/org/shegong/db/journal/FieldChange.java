package org.shegong.db.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One field in a journal entry: its stored value before and after (null for none) and the salt of its commitment.
 * When the values have been erased only the commitment is left.
 *
 * @param field key of the field; header columns begin with {@code $}
 * @param before stored value before
 * @param after stored value after
 * @param salt random, base64; null when erased
 * @param commitment hex; null while the values are there, since it follows from them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldChange(@JsonProperty("f") String field, @JsonProperty("b") Object before,
                          @JsonProperty("a") Object after, @JsonProperty("s") String salt,
                          @JsonProperty("c") String commitment) {

    /** True when the values have been erased and only their commitment stands. */
    public boolean erased() {
        return salt == null;
    }

    /** The same with its values erased. */
    public FieldChange erase() {
        return erased() ? this : new FieldChange(field, null, null, null, Chain.commitment(this));
    }
}
