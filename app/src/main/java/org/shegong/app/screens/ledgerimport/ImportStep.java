package org.shegong.app.screens.ledgerimport;

/** The steps of an import, in order. */
public enum ImportStep {
    /** Files are chosen and read. */
    CHOOSE,
    /** What each sheet and column is can be changed. */
    COLUMNS,
    /** Every row is shown with what would become of it. */
    PREVIEW,
    /** Rows are being written. */
    RUNNING,
    /** What was written, and what can be done about the rest. */
    DONE
}
