package org.shegong.db.security;

import java.util.Locale;
import java.util.Optional;

/** What somebody is at a station (workflows document, section 0; rules document, C05). */
public enum Role {
    /** Resident social worker: everything about clients and services, except records sealed for others. */
    WORKER,
    /** Leader of the station: as a worker, and accounts, assignments, the final report. */
    LEADER,
    /** Supervisor from the agency: reads services by number instead of name, writes supervision. */
    SUPERVISOR,
    /** Figures only. */
    STATISTICIAN,
    /** Accounts and settings; no record of any client. */
    ADMINISTRATOR;

    /** As the key file and the journal keep it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of its name in bundles, such as {@code role.worker}. */
    public String textKey() {
        return "role." + code();
    }

    /** The role of a code; empty for one that this program does not know, which then has no rights at all. */
    public static Optional<Role> of(String code) {
        for (Role role : values()) {
            if (role.code().equals(code)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
