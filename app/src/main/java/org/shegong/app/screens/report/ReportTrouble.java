package org.shegong.app.screens.report;

import org.shegong.app.AppContext;
import org.shegong.reports.render.DocumentPrintException;
import org.shegong.reports.render.DocumentReadException;
import org.shegong.reports.render.DocumentWriteException;

/** Failures of writing and printing, in the words of the renderers where they have some. */
final class ReportTrouble {
    private ReportTrouble() {
    }

    static void show(AppContext context, Throwable failure) {
        String words = words(failure);
        if (words.isEmpty()) {
            context.overlays().error(failure);
        } else {
            context.overlays().toast(words);
        }
    }

    /** What the renderers say about a failure; empty when they know nothing of it. */
    static String words(Throwable failure) {
        if (failure instanceof DocumentWriteException written) {
            return written.userMessage();
        }
        if (failure instanceof DocumentPrintException printed) {
            return printed.userMessage();
        }
        return failure instanceof DocumentReadException read ? read.userMessage() : "";
    }
}
