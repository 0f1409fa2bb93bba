package org.shegong.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shegong.app.session.StationSession;
import org.shegong.reports.ledger.FileReport;
import org.shegong.reports.ledger.ImportPlan;
import org.shegong.reports.ledger.ImportProgress;
import org.shegong.reports.ledger.ImportSummary;
import org.shegong.reports.ledger.LedgerImport;
import org.shegong.reports.ledger.LedgerMessages;
import org.shegong.reports.ledger.SheetReport;
import org.shegong.reports.ledger.recognise.LedgerKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes ledgers into the station: valid rows are kept, others refused with reasons. */
@Command(name = "import")
final class ImportCommand implements DeskCommand {
    @Mixin
    private CommonOptions common;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "import.files")
    private List<Path> files;

    @Option(names = "--dry-run", descriptionKey = "import.dry-run")
    private boolean rehearsal;

    private final LedgerMessages reasons = new LedgerMessages();

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer execute(Surroundings surroundings, CommandTexts texts) throws IOException {
        try (StationSession session = StationAccess.open(common, surroundings)) {
            LedgerImport ledgers = new LedgerImport(session.station());
            ImportPlan plan = ledgers.plan(ledgers.open(files, ImportProgress.NONE), ImportProgress.NONE);
            ImportSummary summary = rehearsal ? plan.summary() : ledgers.write(plan, ImportProgress.NONE);
            return new Answer(exit(summary), json(summary), messages(summary, texts));
        }
    }

    private static ExitCode exit(ImportSummary summary) {
        boolean nothingRecognised = summary.files().stream().flatMap(file -> file.sheets().stream())
            .noneMatch(sheet -> sheet.kind().isPresent());
        return nothingRecognised ? ExitCode.UNREADABLE_INPUT : ExitCode.of(summary.exitCode());
    }

    private Map<String, Object> json(ImportSummary summary) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("files", summary.files().stream().map(this::json).toList());
        json.put("accepted", summary.accepted());
        json.put("dry_run", rehearsal);
        return json;
    }

    private Map<String, Object> json(FileReport file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file.name());
        file.unreadable().ifPresent(error -> {
            Map<String, Object> why = new LinkedHashMap<>();
            why.put("code", error.reason().code());
            why.put("message", reasons.of(error));
            json.put("error", why);
        });
        json.put("sheets", file.sheets().stream().map(ImportCommand::json).toList());
        return json;
    }

    private static Map<String, Object> json(SheetReport sheet) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sheet", sheet.sheet());
        json.put("kind", sheet.kind().map(LedgerKind::key).orElse(null));
        json.put("rows", sheet.rows());
        json.put("accepted", sheet.accepted());
        json.put("unchanged", sheet.unchanged());
        json.put("updated", sheet.updated());
        json.put("refused", sheet.refused().stream().map(ImportCommand::json).toList());
        json.put("warnings", sheet.remarks().stream().map(ImportCommand::json).toList());
        return json;
    }

    private static Map<String, Object> json(SheetReport.RowRemark remark) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("row", remark.row());
        json.put("column", remark.column());
        json.put("code", remark.code());
        json.put("message", remark.message());
        json.put("value", remark.value());
        return json;
    }

    private List<String> messages(ImportSummary summary, CommandTexts texts) {
        List<String> messages = new ArrayList<>();
        for (FileReport file : summary.files()) {
            file.unreadable().ifPresent(error ->
                messages.add(texts.text("import.unreadable", file.name(), reasons.of(error))));
            for (SheetReport sheet : file.sheets()) {
                messages.add(sheet.kind().isEmpty() ? texts.text("import.unknown", file.name(), sheet.sheet())
                    : texts.text("import.sheet", file.name(), sheet.sheet(), sheet.rows(), sheet.accepted(),
                        sheet.unchanged(), sheet.updated(), sheet.refused().size()));
                sheet.refused().forEach(row -> messages.add(texts.text(
                    row.value().isEmpty() ? "import.row" : "import.row.value", row.row(), row.message(), row.value())));
            }
        }
        messages.add(texts.text(rehearsal ? "import.rehearsed" : "import.done", summary.refusedRows()));
        return messages;
    }
}
