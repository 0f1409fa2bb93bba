package org.shegong.app.shell;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.shegong.app.i18n.Texts;
import org.shegong.db.security.NotPermittedException;
import org.shegong.db.store.StationFileException;

/**
 * A failure in words for people.
 *
 * @param what what happened
 * @param safety whether data is safe
 * @param advice what to do
 * @param code short and stable, for asking by telephone; says where, never what data
 */
record Trouble(String what, String safety, String advice, String code) {
    private static final int CODE_SPACE = 0xFFFFF;

    static Trouble of(Throwable failure, Texts texts) {
        String kind = kind(failure);
        return new Trouble(texts.get("trouble." + kind + ".what"), texts.get("trouble." + kind + ".safety"),
            texts.get("trouble." + kind + ".advice"), code(failure));
    }

    private static String kind(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof StationFileException station) {
                return "station_" + station.reason().name().toLowerCase(Locale.ROOT);
            }
            if (at instanceof NotPermittedException) {
                return "role";
            }
            if (at instanceof AccessDeniedException) {
                return "no_access";
            }
            if (at instanceof NoSuchFileException) {
                return "no_file";
            }
            if (at instanceof FileSystemException file && fullDisk(file)) {
                return "disk_full";
            }
            if (at instanceof OutOfMemoryError) {
                return "memory";
            }
        }
        return failure instanceof IOException ? "file" : "unknown";
    }

    private static boolean fullDisk(FileSystemException failure) {
        String reason = String.valueOf(failure.getReason()).toLowerCase(Locale.ROOT);
        return reason.contains("no space") || reason.contains("not enough space");
    }

    /** Kind of failure and the place of ours where it came up, folded into five characters. */
    private static String code(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String place = root.getClass().getSimpleName();
        for (StackTraceElement element : root.getStackTrace()) {
            if (element.getClassName().startsWith("org.shegong")) {
                place += element.getClassName() + element.getMethodName();
                break;
            }
        }
        return String.format(Locale.ROOT, "SG-%05X", place.hashCode() & CODE_SPACE);
    }
}
