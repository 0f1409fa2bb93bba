package org.shegong.app.session;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody should know about his account when he signs in.
 *
 * @param at when it was used last; empty the first time
 * @param failures wrong passwords since then
 */
public record LastSignIn(Optional<Instant> at, int failures) {
    /** Of a station that was made just now. */
    static final LastSignIn NONE = new LastSignIn(Optional.empty(), 0);
}
