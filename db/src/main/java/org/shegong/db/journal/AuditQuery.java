package org.shegong.db.journal;

import java.time.Instant;
import java.util.Set;

/**
 * What of the journal an audit asks for.
 *
 * @param account name of the person; empty for all
 * @param actions short codes of what was done; empty for all
 * @param from first instant; null for no limit
 * @param until the instant after the last; null for no limit
 */
public record AuditQuery(String account, Set<String> actions, Instant from, Instant until) {
    /** Everything. */
    public static final AuditQuery ALL = new AuditQuery("", Set.of(), null, null);

    public AuditQuery {
        actions = Set.copyOf(actions);
    }
}
