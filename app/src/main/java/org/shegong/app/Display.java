package org.shegong.app;

import java.nio.file.Path;
import java.util.Locale;
import org.shegong.app.commands.DeskOpening;
import org.shegong.app.shell.DeskApplication;
import org.shegong.app.shell.DeskPicture;
import org.shegong.app.shell.DeskStart;

/** The display of this machine. */
final class Display implements DeskOpening {
    @Override
    public boolean hasDisplay() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String display = System.getenv("DISPLAY");
        return system.startsWith("windows") || system.startsWith("mac") || display != null && !display.isBlank();
    }

    @Override
    public void open(DeskStart start) throws InterruptedException {
        new DeskApplication().run(start);
    }

    @Override
    public void picture(DeskStart start, Path target) throws Exception {
        DeskPicture.take(start, target);
    }
}
