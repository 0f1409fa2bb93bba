package org.shegong.reports.render;

import java.nio.file.Path;
import java.util.Locale;

/** A file could not be written; nothing of it remains and a file that was there before is unchanged. */
public final class DocumentWriteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why writing failed. */
    public enum Reason {
        /** The folder or file may not be written. */
        NO_ACCESS,
        /** No room on the target disk or in the temporary directory. */
        DISK_FULL,
        /** Another program holds the target open. */
        TARGET_OPEN,
        /** Anything else; see the cause. */
        OTHER
    }

    private final Reason reason;
    private final String fileName;

    DocumentWriteException(Reason reason, Path target, Throwable cause) {
        super("document.write." + reason.name().toLowerCase(Locale.ROOT), cause);
        this.reason = reason;
        Path name = target.getFileName();
        this.fileName = name == null ? target.toString() : name.toString();
    }

    public Reason reason() {
        return reason;
    }

    /** Key of the message in the renderers' texts; its argument {@code {0}} is {@link #fileName()}. */
    public String messageKey() {
        return getMessage();
    }

    /** Name of the target without its folder. */
    public String fileName() {
        return fileName;
    }

    /** The message for the user. */
    public String userMessage() {
        return RenderTexts.text(messageKey(), fileName);
    }
}
