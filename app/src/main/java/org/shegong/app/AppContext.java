package org.shegong.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.shegong.app.controls.RecordEditor;
import org.shegong.app.i18n.Texts;
import org.shegong.app.settings.Settings;
import org.shegong.app.tasks.Tasks;
import org.shegong.db.Station;

/**
 * Everything a screen may ask for; made by hand once per opened station and handed to constructors.
 *
 * <p>{@link #station()} may only be used inside {@link #tasks()}, never on the window's thread.
 *
 * @param station the open station
 * @param tasks the only place that makes threads
 * @param texts every visible text
 * @param settings what this computer remembers
 * @param clock what the program takes for now
 * @param changes tells that records have changed; whoever saves says so
 * @param navigator ways from one screen to another
 * @param overlays dialogs, drop-downs, toasts and errors inside the scene
 * @param editors makes a fresh panel for editing one record
 */
public record AppContext(Station station, Tasks tasks, Texts texts, Settings settings, Clock clock, Changes changes,
                         Navigator navigator, Overlays overlays, Supplier<RecordEditor> editors) {

    /** The day the program believes in. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
