package org.shegong.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shegong.app.session.StationSession;
import org.shegong.db.security.Right;
import org.shegong.reports.ledger.FileReport;
import org.shegong.reports.ledger.ImportPlan;
import org.shegong.reports.ledger.ImportProgress;
import org.shegong.reports.ledger.ImportSummary;
import org.shegong.reports.ledger.ImportSummaryJson;
import org.shegong.reports.ledger.LedgerImport;
import org.shegong.reports.ledger.LedgerMessages;
import org.shegong.reports.ledger.SheetReport;
import org.shegong.reports.ledger.write.CorrectionWorkbook;
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

    @Option(names = "--errors", paramLabel = "OUT.xlsx", descriptionKey = "import.errors")
    private Path corrections;

    private final LedgerMessages reasons = new LedgerMessages();

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer execute(Surroundings surroundings, CommandTexts texts) throws IOException {
        try (StationSession session = StationAccess.open(common, surroundings, Right.IMPORT)) {
            LedgerImport ledgers = new LedgerImport(session.station());
            ImportPlan plan = ledgers.plan(ledgers.open(files, ImportProgress.NONE), ImportProgress.NONE);
            if (corrections != null) {
                // First, so that a place that cannot be written is known before anything is taken in.
                new CorrectionWorkbook(ledgers.words(), reasons).write(plan.summary(), corrections);
            }
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
        Map<String, Object> json = new ImportSummaryJson().of(summary);
        json.put("dry_run", rehearsal);
        if (corrections != null) {
            json.put("errors", summary.refusedRows() == 0 ? null : corrections.toString());
        }
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
        if (corrections != null && summary.refusedRows() > 0) {
            messages.add(texts.text("import.corrections", corrections));
        }
        messages.add(texts.text(rehearsal ? "import.rehearsed" : "import.done", summary.refusedRows()));
        return messages;
    }
}
