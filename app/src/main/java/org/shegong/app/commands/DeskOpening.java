package org.shegong.app.commands;

import java.nio.file.Path;
import org.shegong.app.shell.DeskStart;

/** The way to the window, so that commands need no window themselves. */
public interface DeskOpening {
    /** Whether this machine has a display. */
    boolean hasDisplay();

    /** Opens the window; returns when the person has closed it. */
    void open(DeskStart start) throws Exception;

    /** Saves a picture of the window as PNG; needs no display and closes the session. */
    void picture(DeskStart start, Path target) throws Exception;
}
