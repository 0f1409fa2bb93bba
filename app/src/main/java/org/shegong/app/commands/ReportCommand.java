package org.shegong.app.commands;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The reports; each is a command of its own. */
@Command(name = "report", subcommands = MonthlyReportCommand.class)
final class ReportCommand implements CommonOptions.Bearer {
    @Mixin
    private CommonOptions common;

    @Override
    public CommonOptions common() {
        return common;
    }
}
