package org.shegong.app.session;

import org.shegong.db.security.RecoverySheet;

/** How making a station ended. */
public sealed interface Founding {
    /**
     * Made and open; whoever receives the session closes it.
     *
     * @param sheet the only time that the recovery key is there to be printed or saved
     */
    record Founded(StationSession session, RecoverySheet sheet) implements Founding {
    }

    /** Not made. */
    record Refused(String messageKey, Opening.Cause cause) implements Founding {
    }
}
