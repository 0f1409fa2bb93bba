package org.shegong.app.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The program's log of failures: one small file beside the default station, and nothing on the console.
 *
 * <p>It holds the kinds of failures and where in the program they arose, never their messages, which may quote
 * what people typed. The folder is not made before there is something to keep.
 */
public final class ProgramLog extends Handler {
    private static final long FULL = 1 << 20;
    private static final int DEEPEST = 8;
    private final Path file;

    private ProgramLog(Path file) {
        this.file = file;
    }

    /** Sends the log lines of the whole process to {@code logs/shegong.log} in a folder. */
    public static void start(Path folder) {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(new ProgramLog(folder.resolve("logs").resolve("shegong.log")));
    }

    @Override
    public synchronized void publish(LogRecord line) {
        if (line.getLevel().intValue() < Level.WARNING.intValue() || !ours(line)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file) && Files.size(file) > FULL) {
                Files.move(file, file.resolveSibling("shegong-old.log"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(file, text(line), StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        } catch (IOException e) {
            reportError(null, e, java.util.logging.ErrorManager.WRITE_FAILURE);
        }
    }

    private static boolean ours(LogRecord line) {
        return line.getLoggerName() != null && line.getLoggerName().startsWith("org.shegong");
    }

    private static String text(LogRecord line) {
        StringBuilder text = new StringBuilder().append(Instant.now()).append(' ').append(line.getLevel().getName())
            .append(' ').append(line.getLoggerName()).append(": ").append(line.getMessage()).append('\n');
        Throwable cause = line.getThrown();
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            text.append("  ").append(cause.getClass().getName()).append('\n');
            for (StackTraceElement place : cause.getStackTrace()) {
                text.append("    ").append(place).append('\n');
            }
            cause = cause.getCause();
        }
        return text.toString();
    }

    @Override
    public void flush() {
        // every line is written at once
    }

    @Override
    public void close() {
        // no file stays open between lines
    }
}
