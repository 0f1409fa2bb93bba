package org.shegong.app.commands;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.shegong.app.sample.DemoRefused;
import org.shegong.db.security.KeyRingException;
import org.shegong.db.security.NotPermittedException;
import org.shegong.db.store.StationFileException;
import org.shegong.reports.render.DocumentWriteException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What people and scripts are told when a command could not be carried out. */
final class Failures {
    private final CommandTexts texts;

    Failures(CommandTexts texts) {
        this.texts = texts;
    }

    /** The answer to a command line that makes no sense. */
    Answer usage(ParameterException e) {
        if (e instanceof MissingParameterException missing) {
            String names = String.join(", ", missing.getMissing().stream()
                .map(spec -> spec.isOption() ? ((picocli.CommandLine.Model.OptionSpec) spec).longestName()
                    : spec.paramLabel()).toList());
            return usage("usage.missing", names);
        }
        if (e instanceof UnmatchedArgumentException unmatched) {
            return usage("usage.unknown", String.join(" ", unmatched.getUnmatched()));
        }
        if (e.getArgSpec() != null) {
            String name = e.getArgSpec().isOption()
                ? ((picocli.CommandLine.Model.OptionSpec) e.getArgSpec()).longestName() : e.getArgSpec().paramLabel();
            return usage("usage.value", name, e.getValue() == null ? "" : e.getValue());
        }
        return usage("usage.wrong");
    }

    private Answer usage(String key, Object... arguments) {
        return Answer.failed(ExitCode.WRONG_USAGE, key, texts.text(key, arguments));
    }

    /** The answer to a command that broke off. */
    Answer answer(Throwable failure) {
        if (failure instanceof CommandRefusal refusal) {
            return Answer.failed(refusal.exit(), refusal.messageKey(),
                texts.text(refusal.messageKey(), refusal.arguments()));
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StationFileException file) {
                return shut(file.messageKey());
            }
            if (cause instanceof DemoRefused demo) {
                return Answer.failed(ExitCode.of(demo.refused().cause().exitCode()), demo.refused().messageKey(),
                    texts.text(demo.refused().messageKey()));
            }
            if (cause instanceof NotPermittedException) {
                return Answer.failed(ExitCode.NOT_PERMITTED, "role.refused", texts.text("role.refused"));
            }
            if (cause instanceof KeyRingException keys) {
                return shut(keys.messageKey());
            }
            if (cause instanceof DocumentWriteException document) {
                return Answer.failed(ExitCode.STATION_SHUT, document.messageKey(), document.userMessage());
            }
            if (cause instanceof IOException io) {
                return io(io);
            }
            if (cause instanceof OutOfMemoryError) {
                return shut("failure.memory");
            }
        }
        return shut("failure.unexpected");
    }

    /** What is read is answered for by its reader; what arrives here is a place that cannot be written. */
    private Answer io(IOException failure) {
        String file = failure instanceof FileSystemException named && named.getFile() != null ? named.getFile() : "";
        String key = failure instanceof NoSuchFileException ? "failure.no_file"
            : failure instanceof AccessDeniedException ? "failure.no_access" : "failure.io";
        return Answer.failed(ExitCode.STATION_SHUT, key, texts.text(key, file));
    }

    private Answer shut(String key) {
        return Answer.failed(ExitCode.STATION_SHUT, key, texts.text(key));
    }
}
