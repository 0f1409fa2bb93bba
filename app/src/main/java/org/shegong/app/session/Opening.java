package org.shegong.app.session;

import java.util.List;

/** How opening or making a station ended. */
public sealed interface Opening {
    /** Open; whoever receives the session closes it. */
    record Opened(StationSession session) implements Opening {
    }

    /**
     * Not opened; nothing was changed.
     *
     * @param messageKey of the text in {@link SessionTexts} that says what happened and what to do
     * @param cause which of a command's answers this is
     * @param arguments what is put into its places, in order
     */
    record Refused(String messageKey, Cause cause, List<Object> arguments) implements Opening {
        public Refused(String messageKey, Cause cause) {
            this(messageKey, cause, List.of());
        }
    }

    /** Why a station stays shut. */
    enum Cause {
        /** There is a station already where a new one was to be made, or what was asked for makes no sense. */
        WRONG_USE(2),
        /** The file is missing, in use, damaged, made by a newer program, or the disk refuses. */
        FILE(4),
        /** Password, recovery key or role. */
        NOT_PERMITTED(5);

        private final int exitCode;

        Cause(int exitCode) {
            this.exitCode = exitCode;
        }

        /** Exit code of a command that ends here. */
        public int exitCode() {
            return exitCode;
        }
    }
}
