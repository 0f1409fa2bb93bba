package org.shegong.app.session;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Where a station lives when nobody says otherwise. */
public final class StationFolder {
    private StationFolder() {
    }

    /** The folder of this user on this computer; it need not exist. */
    public static Path byDefault() {
        return of(System::getenv, System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * The user's application-data folder of an operating system.
     *
     * @param environment variables by name; null for one that is not set
     * @param system name of the operating system as Java gives it
     */
    static Path of(UnaryOperator<String> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return variable(environment, "APPDATA", home.resolve("AppData").resolve("Roaming")).resolve("Shegong");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Shegong");
        }
        return variable(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share")).resolve("shegong");
    }

    private static Path variable(UnaryOperator<String> environment, String name, Path otherwise) {
        String value = environment.apply(name);
        return value == null || value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }
}
