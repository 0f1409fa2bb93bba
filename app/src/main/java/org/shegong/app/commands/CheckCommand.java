package org.shegong.app.commands;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shegong.app.session.StationSession;
import org.shegong.db.security.Right;
import org.shegong.db.Station;
import org.shegong.db.domain.StatMonth;
import org.shegong.db.forms.Level;
import org.shegong.db.journal.ChainFault;
import org.shegong.db.store.FileCheck;
import org.shegong.reports.catalogue.RecordedMonths;
import org.shegong.reports.checks.CheckResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Proves the file, the journal's chains and the identities of every month that has records. */
@Command(name = "check")
final class CheckCommand implements DeskCommand {
    private static final int SHOWN = 20;

    @Mixin
    private CommonOptions common;

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer execute(Surroundings surroundings, CommandTexts texts) throws IOException {
        try (StationSession session = StationAccess.open(common, surroundings, Right.CHECK)) {
            Station station = session.station();
            List<FileCheck.Fault> file = FileCheck.faults(station.file());
            List<ChainFault> journal = station.journal().verify();
            List<Identity> identities = file.isEmpty() ? identities(station) : List.of();
            return answer(file, journal, identities, texts);
        }
    }

    /** A check of a month that came out wrong. */
    private record Identity(String month, CheckResult result) {
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

    private static Answer answer(List<FileCheck.Fault> file, List<ChainFault> journal, List<Identity> identities,
                                 CommandTexts texts) {
        List<String> messages = new ArrayList<>();
        file.forEach(fault -> messages.add(texts.text("check.file." + code(fault))));
        journal.stream().limit(SHOWN).forEach(fault ->
            messages.add(texts.text("check.journal." + fault.kind(), Long.toString(fault.seq()))));
        if (journal.size() > SHOWN) {
            messages.add(texts.text("check.journal.more", journal.size() - SHOWN));
        }
        boolean sound = messages.isEmpty();
        identities.forEach(one -> messages.add(texts.text(one.isError() ? "check.identity" : "check.identity.warning",
            one.month(), one.result().id(), one.result().text())));
        boolean well = sound && identities.stream().noneMatch(Identity::isError);
        messages.add(texts.text(well ? "check.well" : sound ? "check.wrong_figures" : "check.findings"));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ok", well);
        json.put("file", file.stream().map(CheckCommand::code).toList());
        json.put("journal", journal.stream().map(CheckCommand::json).toList());
        json.put("identities", identities.stream().map(CheckCommand::json).toList());
        return new Answer(well ? ExitCode.DONE : ExitCode.WITH_FINDINGS, json, messages);
    }

    private static Map<String, Object> json(Identity identity) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("month", identity.month());
        json.put("id", identity.result().id());
        json.put("level", identity.result().level().name());
        json.put("text", identity.result().text());
        return json;
    }

    private static String code(FileCheck.Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> json(ChainFault fault) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("device", fault.deviceId());
        json.put("seq", fault.seq());
        json.put("kind", fault.kind());
        return json;
    }
}
