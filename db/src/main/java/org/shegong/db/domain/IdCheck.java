package org.shegong.db.domain;

import java.util.Set;

/** What checking an ID number found. */
public sealed interface IdCheck {

    /**
     * A number that may be saved.
     *
     * @param warnings may be empty; nothing in it stops the record
     */
    record Valid(IdNumber number, Set<IdWarning> warnings) implements IdCheck {
    }

    /**
     * A number that must not be saved.
     *
     * @param problem       the first rule that failed
     * @param normalised    what was checked, as {@link IdNumber#normalise} gives it; personal data, mask it
     * @param expectedCheck the right last character as text for {@link IdProblem#CHECKSUM}, else empty
     */
    record Refused(IdProblem problem, String normalised, String expectedCheck) implements IdCheck {
    }
}
