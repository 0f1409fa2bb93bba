package org.shegong.app.commands;

/** Ends a command with a message; caught in one place, {@link Commands}. */
final class CommandRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ExitCode exit;
    private final String messageKey;
    private final transient Object[] arguments;

    CommandRefusal(ExitCode exit, String messageKey, Object... arguments) {
        super(messageKey);
        this.exit = exit;
        this.messageKey = messageKey;
        this.arguments = arguments;
    }

    ExitCode exit() {
        return exit;
    }

    String messageKey() {
        return messageKey;
    }

    Object[] arguments() {
        return arguments == null ? new Object[0] : arguments;
    }
}
