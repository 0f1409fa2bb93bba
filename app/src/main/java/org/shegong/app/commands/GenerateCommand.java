package org.shegong.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shegong.app.sample.BenchStation;
import org.shegong.app.sample.DemoOpening;
import org.shegong.app.session.Founding;
import org.shegong.app.session.NewStation;
import org.shegong.app.session.StationSession;
import org.shegong.app.session.StationSetup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a large station of invented people to measure speed with. */
@Command(name = "generate")
final class GenerateCommand implements DeskCommand {
    @Mixin
    private CommonOptions common;

    @Option(names = "--clients", paramLabel = "N", defaultValue = "100000", descriptionKey = "generate.clients")
    private int clients;

    @Option(names = "--services", paramLabel = "N", defaultValue = "1000000", descriptionKey = "generate.services")
    private int services;

    @Option(names = "--months", paramLabel = "N", defaultValue = "24", descriptionKey = "generate.months")
    private int months;

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer execute(Surroundings surroundings, CommandTexts texts) throws IOException {
        if (clients < 1 || services < 0 || months < 1) {
            throw new CommandRefusal(ExitCode.WRONG_USAGE, "usage.wrong");
        }
        Path folder = common.data(surroundings);
        if (!DemoOpening.isEmpty(folder)) {
            throw new CommandRefusal(ExitCode.WRONG_USAGE, "demo.not_empty", folder);
        }
        StationSetup setup = new StationSetup(common.clock(), surroundings.passwordCost().get());
        String user = common.user().isEmpty() ? StationSetup.defaultUser() : common.user();
        Founding founding = setup.found(folder, new NewStation(texts.text("generate.station"), "", "", user),
            PasswordSource.read(common, surroundings));
        if (founding instanceof Founding.Refused refused) {
            throw new CommandRefusal(ExitCode.of(refused.cause().exitCode()), refused.messageKey());
        }
        try (StationSession session = ((Founding.Founded) founding).session()) {
            new BenchStation(session.station(), count ->
                surroundings.err().println(texts.text("generate.progress", count))).fill(clients, services, months);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("data", folder.toString());
        json.put("clients", clients);
        json.put("services", services);
        return Answer.done(json, texts.text("generate.done", clients, services, folder));
    }
}
