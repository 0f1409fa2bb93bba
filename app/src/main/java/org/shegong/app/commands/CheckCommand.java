package org.shegong.app.commands;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shegong.app.session.StationSession;
import org.shegong.db.journal.ChainFault;
import org.shegong.db.store.FileCheck;
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
        try (StationSession session = StationAccess.open(common, surroundings)) {
            List<FileCheck.Fault> file = FileCheck.faults(session.station().file());
            List<ChainFault> journal = session.station().journal().verify();
            return answer(file, journal, texts);
        }
    }

    private static Answer answer(List<FileCheck.Fault> file, List<ChainFault> journal, CommandTexts texts) {
        List<String> messages = new ArrayList<>();
        file.forEach(fault -> messages.add(texts.text("check.file." + code(fault))));
        journal.stream().limit(SHOWN).forEach(fault ->
            messages.add(texts.text("check.journal." + fault.kind(), Long.toString(fault.seq()))));
        if (journal.size() > SHOWN) {
            messages.add(texts.text("check.journal.more", journal.size() - SHOWN));
        }
        boolean well = messages.isEmpty();
        messages.add(texts.text(well ? "check.well" : "check.findings"));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ok", well);
        json.put("file", file.stream().map(CheckCommand::code).toList());
        json.put("journal", journal.stream().map(CheckCommand::json).toList());
        return new Answer(well ? ExitCode.DONE : ExitCode.WITH_FINDINGS, json, messages);
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
