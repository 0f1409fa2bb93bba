package org.shegong.app.commands;

import java.io.IOException;
import java.util.Arrays;
import org.shegong.app.session.Opening;
import org.shegong.app.session.SignIn;
import org.shegong.app.session.StationSession;

/** Opens the station that a command's options name. */
final class StationAccess {
    private StationAccess() {
    }

    /**
     * The open station; the caller closes it.
     *
     * @throws CommandRefusal when it stays shut
     */
    static StationSession open(CommonOptions options, Surroundings surroundings) throws IOException {
        char[] password = PasswordSource.read(options, surroundings);
        try {
            Opening opening = new SignIn(options.clock()).open(options.data(surroundings), options.user(), password);
            if (opening instanceof Opening.Opened opened) {
                return opened.session();
            }
            throw refusal((Opening.Refused) opening);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static CommandRefusal refusal(Opening.Refused refused) {
        return new CommandRefusal(ExitCode.of(refused.cause().exitCode()), refused.messageKey());
    }
}
