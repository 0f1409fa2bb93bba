package org.shegong.app.commands;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.shegong.app.session.ProgramClock;
import picocli.CommandLine.Option;

/** The options that every command takes. */
final class CommonOptions {
    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.data")
    private Path data;

    @Option(names = "--user", paramLabel = "NAME", descriptionKey = "option.user", defaultValue = "")
    private String user;

    @Option(names = "--password-stdin", descriptionKey = "option.password-stdin")
    private boolean passwordFromInput;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Option(names = "--today", paramLabel = "YYYY-MM-DD", descriptionKey = "option.today")
    private LocalDate today;

    @Option(names = {"-h", "--help"}, usageHelp = true, descriptionKey = "option.help")
    private boolean help;

    /** A command, or a group of commands, that takes these options. */
    interface Bearer {
        CommonOptions common();
    }

    /** Takes over what was written before the command's name, where nothing else was written after it. */
    void takeOver(CommonOptions outer) {
        data = data == null ? outer.data : data;
        user = user.isEmpty() ? outer.user : user;
        passwordFromInput |= outer.passwordFromInput;
        json |= outer.json;
        today = today == null ? outer.today : today;
    }

    Path data(Surroundings surroundings) {
        return (data == null ? surroundings.defaultFolder() : data).toAbsolutePath().normalize();
    }

    /** Whether the folder was named. */
    boolean isDataGiven() {
        return data != null;
    }

    /** Name of the account; empty for the first one. */
    String user() {
        return user.strip();
    }

    boolean passwordFromInput() {
        return passwordFromInput;
    }

    boolean json() {
        return json;
    }

    boolean help() {
        return help;
    }

    Clock clock() {
        return ProgramClock.on(today);
    }
}
