package org.shegong.app.commands;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.shegong.app.session.Opening;
import org.shegong.app.session.SignIn;
import org.shegong.app.session.StationSession;
import org.shegong.db.security.Right;

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

    /**
     * The same, for a command that not every role may use.
     *
     * @throws CommandRefusal also when the account's role has not the right
     */
    static StationSession open(CommonOptions options, Surroundings surroundings, Right needed) throws IOException {
        StationSession session = open(options, surroundings);
        if (!session.station().clearance().may(needed)) {
            session.close();
            throw new CommandRefusal(ExitCode.NOT_PERMITTED, "role." + needed.name().toLowerCase(Locale.ROOT),
                session.account().name());
        }
        return session;
    }

    private static CommandRefusal refusal(Opening.Refused refused) {
        return new CommandRefusal(ExitCode.of(refused.cause().exitCode()), refused.messageKey(),
            refused.arguments().toArray());
    }
}
