package org.shegong.app.commands;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.shegong.db.security.KdfCost;

/**
 * What lies around the program.
 *
 * @param out standard output, UTF-8
 * @param err standard error, UTF-8
 * @param in standard input
 * @param environment variables by name; null for one that is not set
 * @param defaultFolder the station's folder when none is named
 * @param passwordCost what deriving keys of new stations costs
 * @param desk the way to the window
 */
public record Surroundings(PrintStream out, PrintStream err, InputStream in, UnaryOperator<String> environment,
                           Path defaultFolder, Supplier<KdfCost> passwordCost, DeskOpening desk) {
}
