package org.shegong.app.preview;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.shegong.app.SeededStation;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.shell.DeskApplication;
import org.shegong.app.shell.DeskStart;

/** Opens the real window on an invented station, for looking at it. */
public final class DeskPreview {
    private DeskPreview() {
    }

    /** @param args an empty folder; with a second argument the station starts locked */
    public static void main(String[] args) throws InterruptedException {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        Path folder = Path.of(args[0]);
        Clock clock = ProgramClock.on(SeededStation.TODAY);
        if (args.length > 1) {
            new DeskApplication().run(new DeskStart(folder, clock, "", Optional.empty()));
        } else {
            new DeskApplication().run(new DeskStart(folder, clock, "",
                Optional.of(SeededStation.create(folder, clock))));
        }
        System.exit(0);
    }
}
