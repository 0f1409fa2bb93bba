package org.shegong.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.shegong.app.commands.Commands;
import org.shegong.app.commands.Surroundings;
import org.shegong.app.session.ProgramLog;
import org.shegong.app.session.StationFolder;
import org.shegong.db.security.KdfCost;

/** Starts the program: a command when one is named, else the window. */
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        ProgramLog.start(StationFolder.byDefault());
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        silenceLibraries();
        Surroundings surroundings = new Surroundings(out, err, System.in, System::getenv, StationFolder.byDefault(),
            KdfCost::calibrated, new Display());
        System.exit(new Commands(surroundings).run(args));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** What a library prints on its own would spoil the one JSON object; failures go to the log. */
    private static void silenceLibraries() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
    }
}
