package org.shegong.app.commands;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The reports; each is a command of its own. */
@Command(name = "report", subcommands = MonthlyReportCommand.class)
final class ReportCommand {
    @Mixin
    private CommonOptions common;

    CommonOptions common() {
        return common;
    }
}
