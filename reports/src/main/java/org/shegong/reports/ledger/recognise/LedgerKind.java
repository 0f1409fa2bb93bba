package org.shegong.reports.ledger.recognise;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of ledgers, in the order in which they are taken: what others refer to comes first. */
public enum LedgerKind {
    VILLAGES("villages"),
    WORKERS("workers"),
    CLIENTS("clients"),
    GROUPS("groups"),
    CASES("cases"),
    CASE_SESSIONS("case_sessions"),
    VISITS("visits"),
    CONSULTATIONS("consultations"),
    GROUP_SESSIONS("group_sessions"),
    ACTIVITIES("activities"),
    SUPERVISION_SESSIONS("supervision_sessions"),
    TRAINING_ATTENDANCE("training_attendance"),
    VOLUNTEER_SERVICES("volunteer_services"),
    RESOURCE_LINKS("resource_links");

    private final String key;

    LedgerKind(String key) {
        this.key = key;
    }

    /** The key in reports of an import and in remembered wordings. */
    public String key() {
        return key;
    }

    /** The kind of a key; empty for an unknown one. */
    public static Optional<LedgerKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
}
