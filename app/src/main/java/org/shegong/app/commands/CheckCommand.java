package org.shegong.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shegong.app.backups.AutoBackup;
import org.shegong.app.session.StationSession;
import org.shegong.app.settings.Settings;
import org.shegong.db.security.Right;
import org.shegong.db.Station;
import org.shegong.db.backup.AutomaticBackup;
import org.shegong.db.backup.BackupCheck;
import org.shegong.db.domain.StatMonth;
import org.shegong.db.forms.Level;
import org.shegong.db.store.FileCheck;
import org.shegong.db.store.LinkCheck;
import org.shegong.db.store.PageCheck;
import org.shegong.db.store.StationFile;
import org.shegong.reports.catalogue.RecordedMonths;
import org.shegong.reports.checks.CheckResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proves the file, the journal's chains, the copies at hand and the identities of every month that has records. */
@Command(name = "check")
final class CheckCommand implements DeskCommand {
    @Mixin
    private CommonOptions common;

    @Option(names = "--backups", paramLabel = "DIR", descriptionKey = "check.backups")
    private List<Path> backups = new ArrayList<>();

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer execute(Surroundings surroundings, CommandTexts texts) throws IOException {
        Path folder = common.data(surroundings);
        CheckAnswer answer = new CheckAnswer(texts);
        byte[] key;
        try (StationSession session = StationAccess.open(common, surroundings, Right.CHECK)) {
            key = session.key().bytes();
            Station station = session.station();
            List<FileCheck.Fault> file = FileCheck.faults(station.file());
            answer.file(file);
            answer.journal(station.journal().verify(), station.journal().devices());
            Set<Path> copies = new LinkedHashSet<>(backups);
            copies.add(AutomaticBackup.ownFolder(folder));
            second(surroundings).ifPresent(disk -> {
                copies.add(disk);
                answer.secondDisk(disk);
            });
            copies.forEach(copy -> {
                answer.backups(BackupCheck.of(copy, station.journal()));
                answer.olderKeys(BackupCheck.olderKeys(copy, session.keyRing(), session.key()));
            });
            if (file.isEmpty()) {
                answer.sealed(station.sealUpkeep().faults());
                answer.links(LinkCheck.loose(station.file(), station.forms()));
                answer.identities(identities(station));
            }
        }
        try {
            answer.pages(PageCheck.damagedPages(folder.resolve(StationFile.FILE_NAME), key));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
        return answer.answer();
    }

    private static Optional<Path> second(Surroundings surroundings) {
        return AutoBackup.second(new Settings(Settings.usualFile(surroundings.environment())));
    }

    /** A check of a month that came out wrong. */
    record Identity(String month, CheckResult result) {
        boolean isError() {
            return result.level() == Level.E;
        }
    }

    private static List<Identity> identities(Station station) {
        MonthlyFiles reports = new MonthlyFiles(station);
        List<Identity> failing = new ArrayList<>();
        for (StatMonth month : station.file().read(db -> RecordedMonths.of(db, station.today()))) {
            reports.figures(month).checks().stream().filter(check -> !check.passes())
                .forEach(check -> failing.add(new Identity(month.toString(), check)));
        }
        return failing;
    }
}
