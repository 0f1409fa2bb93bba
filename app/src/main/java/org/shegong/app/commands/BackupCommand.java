package org.shegong.app.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shegong.app.session.StationName;
import org.shegong.app.session.StationSession;
import org.shegong.db.security.Right;
import org.shegong.db.backup.Backup;
import org.shegong.db.backup.BackupProblem;
import org.shegong.db.backup.BackupResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a verified copy of the station. */
@Command(name = "backup")
final class BackupCommand implements DeskCommand {
    @Mixin
    private CommonOptions common;

    @Option(names = "--to", required = true, paramLabel = "DIR", descriptionKey = "backup.to")
    private Path folder;

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer execute(Surroundings surroundings, CommandTexts texts) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        try (StationSession session = StationAccess.open(common, surroundings, Right.BACKUP)) {
            if (target.getParent() != null && Files.isDirectory(target.getParent()) && !Files.exists(target)) {
                Files.createDirectory(target);
            }
            BackupResult result = new Backup(session.station().file(), session.key(), common.clock())
                .to(target, StationName.of(session.station()));
            if (result instanceof BackupResult.Done done) {
                return answer(done, texts);
            }
            throw refusal(((BackupResult.Failed) result).problem());
        }
    }

    private static Answer answer(BackupResult.Done done, CommandTexts texts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", done.file().toString());
        json.put("station", done.manifest().station());
        json.put("created", done.manifest().created());
        json.put("rows", done.manifest().counts());
        return Answer.done(json, texts.text("backup.done", done.file()));
    }

    private static CommandRefusal refusal(BackupProblem problem) {
        return new CommandRefusal(problem == BackupProblem.TARGET_MISSING ? ExitCode.WRONG_USAGE
            : ExitCode.STATION_SHUT, problem.messageKey());
    }
}
