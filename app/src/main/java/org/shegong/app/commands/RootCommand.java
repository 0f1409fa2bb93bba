package org.shegong.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.shegong.app.sample.DemoOpening;
import org.shegong.app.session.StationSession;
import org.shegong.app.shell.DeskStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program itself: without a command it opens the window. */
@Command(name = "shegong", subcommands = {InitCommand.class, DemoCommand.class, ImportCommand.class,
    ReportCommand.class, CheckCommand.class, BackupCommand.class, RestoreCommand.class, GenerateCommand.class})
final class RootCommand implements DeskCommand {
    private static final System.Logger LOG = System.getLogger(RootCommand.class.getName());

    @Mixin
    private CommonOptions common;

    @Option(names = "--demo", descriptionKey = "root.demo")
    private boolean demo;

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer execute(Surroundings surroundings, CommandTexts texts) throws IOException {
        boolean display = surroundings.desk().hasDisplay();
        if (!display && !demo) {
            throw new CommandRefusal(ExitCode.WRONG_USAGE, "window.no_display");
        }
        Path folder = demo && !common.isDataGiven() ? demoFolder(surroundings) : common.data(surroundings);
        if (!demo) {
            return window(surroundings, new DeskStart(folder, common.clock(), common.user(), Optional.empty()));
        }
        StationSession session = new DemoOpening(common.clock()).open(folder);
        DeskStart start = new DeskStart(folder, common.clock(), session.account().name(), Optional.of(session));
        return display ? window(surroundings, start) : new DemoMonthEnd(surroundings, texts).run(start);
    }

    private static Path demoFolder(Surroundings surroundings) {
        Path usual = surroundings.defaultFolder();
        return usual.resolveSibling(usual.getFileName() + "-demo").toAbsolutePath();
    }

    private static Answer window(Surroundings surroundings, DeskStart start) {
        try {
            surroundings.desk().open(start);
            return Answer.done(new LinkedHashMap<>());
        } catch (Exception | LinkageError e) {
            LOG.log(System.Logger.Level.ERROR, "window", e);
            start.opened().ifPresent(StationSession::close);
            throw new CommandRefusal(ExitCode.STATION_SHUT, "window.failed");
        }
    }
}
