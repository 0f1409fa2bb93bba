package org.shegong.reports.render;

import java.util.Locale;

/** A document could not be handed to a printer. */
public final class DocumentPrintException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why printing failed. */
    public enum Reason {
        /** The machine knows no printer of that name. */
        NO_PRINTER,
        /** The chosen range contains no page. */
        NO_PAGES,
        /** The printer or its queue refused the job; see the cause. */
        REFUSED
    }

    private final Reason reason;
    private final String printer;

    DocumentPrintException(Reason reason, String printer, Throwable cause) {
        super("document.print." + reason.name().toLowerCase(Locale.ROOT), cause);
        this.reason = reason;
        this.printer = printer;
    }

    public Reason reason() {
        return reason;
    }

    /** Name of the printer asked for; may be empty. */
    public String printer() {
        return printer;
    }

    /** Key of the message in the renderers' texts; its argument {@code {0}} is {@link #printer()}. */
    public String messageKey() {
        return getMessage();
    }

    /** The message for the user. */
    public String userMessage() {
        return RenderTexts.text(messageKey(), printer);
    }
}
