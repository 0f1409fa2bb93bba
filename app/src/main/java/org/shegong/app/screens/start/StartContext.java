package org.shegong.app.screens.start;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.shegong.app.Overlays;
import org.shegong.app.i18n.Texts;
import org.shegong.app.session.StationSession;
import org.shegong.app.tasks.Tasks;

/**
 * What the screens before the desk are given.
 *
 * @param folder the station's folder
 * @param user name of the account; empty for the first one
 * @param opened takes the opened station over
 */
public record StartContext(Path folder, Clock clock, String user, Tasks tasks, Texts texts, Overlays overlays,
                           Consumer<StationSession> opened) {
}
