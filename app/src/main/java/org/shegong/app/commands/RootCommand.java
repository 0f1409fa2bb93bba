package org.shegong.app.commands;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program itself: without a command it opens the window, which is not this class's work. */
@Command(name = "shegong", subcommands = {InitCommand.class, CheckCommand.class, BackupCommand.class,
    RestoreCommand.class, ImportCommand.class, ReportCommand.class})
final class RootCommand {
    @Mixin
    private CommonOptions common;

    CommonOptions common() {
        return common;
    }
}
