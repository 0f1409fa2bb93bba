package org.shegong.app.controls.preview;

/**
 * Hears that a document is about to leave the station's file, before it does: whoever prints or saves personal data is
 * noted in the journal (validation rules, section 7, M1 and M2).
 */
@FunctionalInterface
public interface Disclosure {
    /** For documents without personal data. */
    Disclosure NONE = way -> () -> { };

    /** How a document leaves. */
    enum Way {
        /** On paper. */
        PRINT,
        /** As a PDF file. */
        PDF,
        /** As a workbook. */
        EXCEL
    }

    /**
     * How it is to be noted. Asked on the window's thread.
     *
     * @return run beside the window before anything leaves; what it throws stops the output
     */
    Runnable noting(Way way);

    /** Why the document must not leave yet, in words; empty when it may. Asked on the window's thread. */
    default String refusal() {
        return "";
    }
}
