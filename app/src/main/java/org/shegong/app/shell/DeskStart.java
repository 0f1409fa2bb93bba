package org.shegong.app.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.shegong.app.session.StationSession;

/**
 * How the window begins.
 *
 * @param folder the station's folder; need not exist, then the window offers to make a station in it
 * @param clock what the program takes for now
 * @param user name of the account that signs in; empty for the first one
 * @param opened a station that is open already and belongs to the window from now on; empty to ask for the password
 */
public record DeskStart(Path folder, Clock clock, String user, Optional<StationSession> opened) {
}
