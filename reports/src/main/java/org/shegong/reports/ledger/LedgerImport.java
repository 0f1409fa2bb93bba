package org.shegong.reports.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shegong.db.Station;
import org.shegong.db.codes.Code;
import org.shegong.db.codes.CodeBook;
import org.shegong.db.journal.JournalStep;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordDraft;
import org.shegong.reports.ledger.ImportProgress.Stage;
import org.shegong.reports.ledger.parse.LedgerCodes;
import org.shegong.reports.ledger.parse.Section;
import org.shegong.reports.ledger.parse.SheetParser;
import org.shegong.reports.ledger.plan.KnownVillages;
import org.shegong.reports.ledger.plan.LedgerPlanner;
import org.shegong.reports.ledger.plan.SectionResult;
import org.shegong.reports.ledger.read.Grid;
import org.shegong.reports.ledger.read.LedgerReader;
import org.shegong.reports.ledger.read.ReadOutcome;
import org.shegong.reports.ledger.read.ReadOutcome.Unreadable;
import org.shegong.reports.ledger.recognise.LedgerKind;
import org.shegong.reports.ledger.recognise.LedgerWords;
import org.shegong.reports.ledger.recognise.Recogniser;
import org.shegong.reports.ledger.recognise.SheetMapping;
import org.shegong.reports.ledger.recognise.StationWording;

/**
 * Imports ledgers into a station: {@link #open} the files, change what was recognised wrongly, {@link #plan},
 * show it, {@link #write}. Everything written is one step that can be taken back. Blocking; one import at a
 * time; not for the thread of the window.
 */
public final class LedgerImport {

    private final Station station;
    private final LedgerReader reader = new LedgerReader();
    private final LedgerMessages messages = new LedgerMessages();
    private final LedgerWords words;
    private final LedgerCodes codes;

    /** An import into this station, with the headings that it has taught the program. */
    public LedgerImport(Station station) {
        this.station = station;
        this.words = LedgerWords.bundled().with(remembered(station));
        this.codes = new LedgerCodes(words, new Lists(station.codes()));
    }

    private record Lists(CodeBook book) implements LedgerCodes.Lists {

        @Override
        public Optional<String> find(String list, String text) {
            return book.titles().containsKey(list) ? book.find(list, text).map(Code::code) : Optional.empty();
        }

        @Override
        public String label(String list, String code) {
            return book.titles().containsKey(list) && book.has(list, code) ? book.label(list, code) : "";
        }
    }

    private static List<StationWording> remembered(Station station) {
        return station.records().list(ListQuery.all("ledger_wording")).stream()
                .map(one -> new StationWording(one.text("kind"), one.text("field"), one.text("wording"))).toList();
    }

    /** The kinds and columns that a person may choose from. */
    public LedgerWords words() {
        return words;
    }

    /** Reads the files and recognises their sheets. A file that cannot be read stands in the list with the reason. */
    public List<LedgerFile> open(List<Path> paths, ImportProgress progress) {
        List<LedgerFile> files = new ArrayList<>();
        for (Path path : paths) {
            progress.check();
            progress.at(Stage.READING, files.size(), paths.size());
            files.add(open(path));
        }
        progress.at(Stage.READING, paths.size(), paths.size());
        return files;
    }

    private LedgerFile open(Path path) {
        ReadOutcome outcome = reader.read(path);
        if (outcome instanceof Unreadable error) {
            return new LedgerFile(path, error, List.of());
        }
        Recogniser recogniser = recogniser();
        List<LedgerFile.Sheet> sheets = new ArrayList<>();
        for (Grid grid : ((ReadOutcome.Sheets) outcome).grids()) {
            Optional<SheetMapping> mapping = grid.hidden() ? Optional.empty()
                    : recogniser.recognise(grid, path.getFileName().toString());
            sheets.add(new LedgerFile.Sheet(grid, mapping.orElse(null)));
        }
        return new LedgerFile(path, null, List.copyOf(sheets));
    }

    private Recogniser recogniser() {
        return new Recogniser(words, codes::knows);
    }

    /** The mapping of a sheet for a kind and header row that a person chose; columns as far as they are known. */
    public SheetMapping mapping(Grid grid, LedgerKind kind, int headerRow) {
        return recogniser().mapping(grid, kind, headerRow);
    }

    /** Says what would become of every row. Writes nothing. */
    public ImportPlan plan(List<LedgerFile> files, ImportProgress progress) {
        KnownVillages villages = new KnownVillages(station, words);
        files.stream().flatMap(file -> file.sheets().stream()).filter(sheet -> sheet.mapping() != null)
                .forEach(sheet -> villages.add(sheet.grid(), sheet.mapping()));
        SheetParser parser = new SheetParser(words, codes, station.today(), villages::has);
        List<List<Section>> sections = new ArrayList<>();
        List<List<String>> names = new ArrayList<>();
        for (LedgerFile file : files) {
            List<Section> ofFile = new ArrayList<>();
            List<String> sheetNames = new ArrayList<>();
            for (LedgerFile.Sheet sheet : file.sheets()) {
                progress.check();
                List<Section> ofSheet = sheet.mapping() == null ? List.of()
                        : parser.parse(sheet.grid(), sheet.mapping());
                ofFile.addAll(ofSheet);
                ofSheet.forEach(section -> sheetNames.add(sheet.grid().name()));
            }
            sections.add(ofFile);
            names.add(sheetNames);
        }
        progress.at(Stage.PLANNING, 0, 0);
        LedgerPlanner planner = new LedgerPlanner(station, words, codes, messages.bundle());
        List<List<SectionResult>> results = planner.plan(sections, progress::check);
        return new ImportPlan(summary(files, names, results), planner.drafts());
    }

    private ImportSummary summary(List<LedgerFile> files, List<List<String>> names,
                                  List<List<SectionResult>> results) {
        RemarkWriter writer = new RemarkWriter(words, messages);
        List<FileReport> reports = new ArrayList<>();
        Map<String, Integer> accepted = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            List<SheetReport> sheets = new ArrayList<>();
            for (LedgerFile.Sheet sheet : files.get(i).sheets()) {
                if (sheet.mapping() == null && !sheet.grid().rows().isEmpty()) {
                    sheets.add(SheetReport.unknown(sheet.grid().name()));
                }
                for (int part = 0; part < results.get(i).size(); part++) {
                    SectionResult result = results.get(i).get(part);
                    if (names.get(i).get(part).equals(sheet.grid().name())) {
                        sheets.add(writer.report(sheet.grid().name(), result));
                        accepted.merge(result.mapping().kind().key(), result.records(), Integer::sum);
                    }
                }
            }
            reports.add(new FileReport(files.get(i).name(), files.get(i).error(), List.copyOf(sheets)));
        }
        return new ImportSummary(List.copyOf(reports), accepted, false, "");
    }

    /** Writes a plan as one step. Cancelling is heard until writing begins. */
    public ImportSummary write(ImportPlan plan, ImportProgress progress) {
        progress.check();
        List<RecordDraft> drafts = plan.drafts();
        progress.at(Stage.WRITING, 0, drafts.size());
        ImportSummary planned = plan.summary();
        if (drafts.isEmpty()) {
            return new ImportSummary(planned.files(), planned.accepted(), true, "");
        }
        String files = String.join(", ", planned.files().stream().map(FileReport::name).toList());
        JournalStep step = station.saving().importAll("import", messages.text("step.label", files), drafts);
        progress.at(Stage.WRITING, drafts.size(), drafts.size());
        return new ImportSummary(planned.files(), planned.accepted(), true, step.id());
    }

    /** Remembers headings for the next import, each once, as one step. */
    public void remember(List<StationWording> wordings) {
        List<StationWording> known = remembered(station);
        List<RecordDraft> drafts = wordings.stream().filter(one -> !known.contains(one)).distinct()
                .map(one -> RecordDraft.imported("ledger_wording", station.newId(), null,
                        Map.of("kind", one.kind(), "field", one.field(), "wording", one.wording()))).toList();
        if (!drafts.isEmpty()) {
            station.saving().importAll("wording", messages.text("step.wordings"), drafts);
        }
    }
}
