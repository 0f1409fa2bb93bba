package org.shegong.app.backups;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Work on the whole file for which the window keeps what was typed, closes the station, and asks for the password
 * afterwards. Called on the window's thread.
 *
 * @param restore brings back the copy in this file
 * @param rekey moves the station into a file with another key
 */
public record WhileClosed(Consumer<Path> restore, Runnable rekey) {
}
