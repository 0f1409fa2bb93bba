package org.shegong.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shegong.db.backup.BackupProblem;
import org.shegong.db.backup.BackupSecret;
import org.shegong.db.backup.Restore;
import org.shegong.db.backup.RestorePreview;
import org.shegong.db.backup.RestoreResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings a backup back; the station that was there moves aside. */
@Command(name = "restore")
final class RestoreCommand implements DeskCommand {
    @Mixin
    private CommonOptions common;

    @Option(names = "--from", required = true, paramLabel = "FILE", descriptionKey = "restore.from")
    private Path file;

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer execute(Surroundings surroundings, CommandTexts texts) throws IOException {
        Restore restore = new Restore(common.clock());
        RestorePreview preview = restore.preview(file);
        if (preview instanceof RestorePreview.Refused refused) {
            throw refusal(refused.problem());
        }
        String user = common.user().isEmpty()
            ? ((RestorePreview.Readable) preview).accounts().get(0).name() : common.user();
        char[] password = PasswordSource.read(common, surroundings);
        try {
            RestoreResult result = restore.from(file, common.data(surroundings),
                new BackupSecret.Password(user, password));
            if (result instanceof RestoreResult.Restored restored) {
                return answer(restored, common.data(surroundings), texts);
            }
            throw refusal(((RestoreResult.Refused) result).problem());
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static Answer answer(RestoreResult.Restored restored, Path folder, CommandTexts texts) {
        String replaced = restored.replaced().map(Path::toString).orElse(null);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("data", folder.toString());
        json.put("station", restored.manifest().station());
        json.put("created", restored.manifest().created());
        json.put("replaced", replaced);
        json.put("current_accounts", restored.currentKeys());
        String done = texts.text("restore.done", restored.manifest().station(), restored.manifest().created());
        return replaced == null ? Answer.done(json, done)
            : Answer.done(json, done, texts.text("restore.replaced", replaced));
    }

    private static CommandRefusal refusal(BackupProblem problem) {
        return new CommandRefusal(switch (problem) {
            case FILE_MISSING, NOT_A_BACKUP, DAMAGED, NEWER -> ExitCode.UNREADABLE_INPUT;
            case WRONG_PASSWORD, NOT_PERMITTED, UNKNOWN_ACCOUNT, WRONG_RECOVERY_KEY -> ExitCode.NOT_PERMITTED;
            default -> ExitCode.STATION_SHUT;
        }, problem.messageKey());
    }
}
