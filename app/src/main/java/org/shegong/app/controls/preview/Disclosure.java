package org.shegong.app.controls.preview;

/**
 * Hears that a document is about to leave the station's file, before it does: whoever prints or saves personal data is
 * noted in the journal (validation rules, section 7, M1 and M2). What it throws stops the output. Not called on the
 * window's thread.
 */
@FunctionalInterface
public interface Disclosure {
    /** For documents without personal data. */
    Disclosure NONE = way -> { };

    /** How a document leaves. */
    enum Way {
        /** On paper. */
        PRINT,
        /** As a PDF file. */
        PDF,
        /** As a workbook. */
        EXCEL
    }

    /** Notes it. */
    void about(Way way);
}
