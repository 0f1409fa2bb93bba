package org.shegong.reports.ledger.read;

import java.util.List;

/** What came of reading a file: its sheets, or the reason why it cannot be read. */
public sealed interface ReadOutcome {

    /**
     * The sheets in their order.
     *
     * @param grids may be empty for a workbook without cells
     */
    record Sheets(List<Grid> grids) implements ReadOutcome {
    }

    /**
     * A file that cannot be read.
     *
     * @param reason why
     */
    record Unreadable(Reason reason) implements ReadOutcome {

        /** The key of the message for people, in the module's message bundle. */
        public String messageKey() {
            return "ledger." + reason.code();
        }
    }

    /** Why a file cannot be read. */
    enum Reason {
        MISSING("file.missing"),
        NO_ACCESS("file.no_access"),
        EMPTY("file.empty"),
        TOO_LARGE("file.too_large"),
        TOO_MANY_CELLS("file.too_many_rows"),
        HOSTILE("file.hostile"),
        NOT_A_WORKBOOK("file.not_workbook"),
        ENCRYPTED("file.encrypted"),
        MACROS("file.macros"),
        DAMAGED("file.damaged");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The code reported in JSON. */
        public String code() {
            return code;
        }
    }
}
