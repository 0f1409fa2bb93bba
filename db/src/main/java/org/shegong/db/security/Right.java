package org.shegong.db.security;

import java.util.Locale;

/** What a role may do besides reading and writing records. */
public enum Right {
    /** Take ledgers in. */
    IMPORT,
    /** See figures and write reports, which hold no personal data. */
    REPORT,
    /** Lock a month's report. */
    FINALISE,
    /** Write lists, rosters and forms of clients to files or paper. */
    EXPORT,
    BACKUP, RESTORE,
    /** Prove the file and the journal. */
    CHECK,
    /** Add and remove accounts, set passwords and roles, print the recovery sheet. */
    ACCOUNTS,
    /** Say who else may open a sealed record. */
    ASSIGN,
    /** Change what belongs to the whole station: its data, code lists, the time until it locks itself. */
    SETTINGS,
    /** See who signed in, looked, printed, exported and deleted. */
    AUDIT,
    /** Approve that records kept long enough lose their personal values. */
    ERASE;

    /** As the table of rights names it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of what it allows in bundles, such as {@code right.import}. */
    public String textKey() {
        return "right." + code();
    }
}
