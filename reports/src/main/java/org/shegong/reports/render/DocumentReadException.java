package org.shegong.reports.render;

/** A PDF cannot be read. */
public final class DocumentReadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DocumentReadException(Throwable cause) {
        super("document.read.unreadable", cause);
    }

    /** Key of the message in the renderers' texts; it has no arguments. */
    public String messageKey() {
        return getMessage();
    }

    /** The message for the user. */
    public String userMessage() {
        return RenderTexts.text(messageKey());
    }
}
