package org.shegong.proof;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a proof says, in UTF-8 whatever the locale. */
final class Figures {
    private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true,
        StandardCharsets.UTF_8);

    private Figures() {
    }

    /** One line at once. */
    static void say(String format, Object... values) {
        OUT.printf(format + "%n", values);
        OUT.flush();
    }
}
