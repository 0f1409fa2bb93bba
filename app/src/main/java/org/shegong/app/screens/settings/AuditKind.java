package org.shegong.app.screens.settings;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Kinds of things that an audit tells apart, each with the journal's words for them. */
enum AuditKind {
    SIGN_IN("sign_in", "sign_in_failed", "sign_out", "lock", "unlock", "switch_user"),
    SHOW_PLAIN("show_plain"), PRINT("print"), EXPORT("export"), IMPORT("import"),
    DELETE("recycle", "restore", "delete"), UNDO("undo", "redo"), SETTING("setting", "save", "account", "accounts"),
    ERASE("erase"), ATTACH("attach");

    private final Set<String> actions;

    AuditKind(String... actions) {
        this.actions = Set.of(actions);
    }

    /** The journal's short codes of this kind. */
    Set<String> actions() {
        return actions;
    }

    /** Key of its word. */
    String textKey() {
        return "audit.kind." + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The kind that an action belongs to; empty for those that have none of their own. */
    static Optional<AuditKind> of(String action) {
        return Arrays.stream(values()).filter(kind -> kind.actions.contains(action)).findFirst();
    }
}
