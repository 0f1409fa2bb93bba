package org.shegong.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shegong.app.sample.DemoOpening;
import org.shegong.app.session.Opening;
import org.shegong.app.session.StationSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes a station with demonstration records in an empty folder. */
@Command(name = "demo")
final class DemoCommand implements DeskCommand {
    @Mixin
    private CommonOptions common;

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer execute(Surroundings surroundings, CommandTexts texts) throws IOException {
        Path folder = common.data(surroundings);
        DemoOpening demo = new DemoOpening(common.clock());
        if (!DemoOpening.isEmpty(folder)) {
            throw new CommandRefusal(ExitCode.WRONG_USAGE, "demo.not_empty", folder);
        }
        String given = surroundings.environment().apply(PasswordSource.VARIABLE);
        boolean own = common.passwordFromInput() || given != null && !given.isEmpty();
        char[] password = own ? PasswordSource.read(common, surroundings) : DemoOpening.password();
        Opening opening = demo.make(folder, common.user(), password);
        if (opening instanceof Opening.Refused refused) {
            throw new CommandRefusal(ExitCode.of(refused.cause().exitCode()), refused.messageKey());
        }
        try (StationSession session = ((Opening.Opened) opening).session()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("data", folder.toString());
            json.put("user", session.account().name());
            json.put("records", demo.counts(session.station()));
            return Answer.done(json, texts.text("demo.done", folder),
                own ? texts.text("demo.own_password") : texts.text("demo.password", new String(DemoOpening.password())));
        }
    }
}
