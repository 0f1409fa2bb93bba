package org.shegong.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The name by which a station's journal knows this computer. */
final class ComputerName {
    private ComputerName() {
    }

    static String ofThisComputer() {
        return of(System::getenv, Path.of("/etc/hostname"));
    }

    /** Asks the environment and a file rather than the network, where an answer may take seconds. */
    static String of(UnaryOperator<String> environment, Path hostName) {
        for (String variable : new String[] {"COMPUTERNAME", "HOSTNAME"}) {
            String value = environment.apply(variable);
            if (value != null && !value.isBlank()) {
                return value.strip();
            }
        }
        try {
            String line = Files.readString(hostName).strip();
            return line.isEmpty() ? "computer" : line;
        } catch (IOException e) {
            return "computer";
        }
    }
}
