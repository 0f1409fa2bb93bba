package org.shegong.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shegong.app.session.Founding;
import org.shegong.app.session.NewStation;
import org.shegong.app.session.StationSession;
import org.shegong.app.session.StationSetup;
import org.shegong.db.security.RecoverySheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a new station folder. */
@Command(name = "init")
final class InitCommand implements DeskCommand {
    @Mixin
    private CommonOptions common;

    @Option(names = "--station", required = true, paramLabel = "NAME", descriptionKey = "init.station")
    private String station;

    @Option(names = "--area", paramLabel = "CODE", descriptionKey = "init.area", defaultValue = "")
    private String area;

    @Option(names = "--profile", paramLabel = "ID", descriptionKey = "init.profile", defaultValue = "")
    private String profile;

    @Option(names = "--recovery-sheet", paramLabel = "FILE", descriptionKey = "init.recovery-sheet")
    private Path recoverySheet;

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer execute(Surroundings surroundings, CommandTexts texts) throws IOException {
        Path folder = common.data(surroundings);
        StationSetup setup = new StationSetup(common.clock(), surroundings.passwordCost().get());
        String user = common.user().isEmpty() ? StationSetup.defaultUser() : common.user();
        char[] password = PasswordSource.read(common, surroundings);
        try {
            Founding founding = setup.found(folder, new NewStation(station, area, profile, user), password);
            if (founding instanceof Founding.Founded founded) {
                try (StationSession session = founded.session()) {
                    return answer(folder, session, founded.sheet(), texts);
                }
            }
            Founding.Refused refused = (Founding.Refused) founding;
            throw new CommandRefusal(ExitCode.of(refused.cause().exitCode()), refused.messageKey());
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private Answer answer(Path folder, StationSession session, RecoverySheet sheet, CommandTexts texts)
        throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("station", sheet.station());
        json.put("data", folder.toString());
        json.put("user", session.account().name());
        if (recoverySheet == null) {
            json.put("recovery_sheet", null);
            return Answer.done(json, texts.text("init.done", sheet.station(), folder), texts.text("init.no_sheet"));
        }
        Path target = outside(folder);
        sheet.writeTo(target);
        json.put("recovery_sheet", target.toString());
        return Answer.done(json, texts.text("init.done", sheet.station(), folder), texts.text("init.sheet", target));
    }

    /** A bare name means beside the station's folder: the sheet must not lie where a thief finds both. */
    private Path outside(Path folder) {
        Path parent = folder.getParent() == null ? folder : folder.getParent();
        return parent.resolve(recoverySheet).normalize();
    }
}
