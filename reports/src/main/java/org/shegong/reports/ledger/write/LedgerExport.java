package org.shegong.reports.ledger.write;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shegong.db.Station;
import org.shegong.db.forms.Form;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordStatus;
import org.shegong.reports.document.Column;
import org.shegong.reports.document.ColumnType;
import org.shegong.reports.document.Listing;
import org.shegong.reports.document.Marking;
import org.shegong.reports.document.PageSetup;
import org.shegong.reports.ledger.LedgerMessages;
import org.shegong.reports.ledger.recognise.KindSpec;
import org.shegong.reports.ledger.recognise.LedgerField;
import org.shegong.reports.ledger.recognise.LedgerField.Type;
import org.shegong.reports.ledger.recognise.LedgerKind;
import org.shegong.reports.ledger.recognise.LedgerWords;
import org.shegong.reports.printing.Edition;
import org.shegong.reports.printing.Markings;
import org.shegong.reports.privacy.Cleaning;
import org.shegong.reports.render.ExcelRenderer;
import org.shegong.reports.render.RenderProgress;
import org.shegong.reports.render.RenderResult;

/**
 * Writes the station's records as the ledgers that stations keep, with the headings that importing knows. Plain
 * ledgers carry each record's number, so that importing them again changes only what was changed in them; masked
 * ones cannot be imported. Blocking; streams, so that the length does not matter.
 */
public final class LedgerExport {

    private final Station station;
    private final Cleaning cleaning;
    private final LedgerWords words = LedgerWords.bundled();
    private final LedgerMessages messages = new LedgerMessages();

    /** An export of this station. */
    public LedgerExport(Station station) {
        this(station, Cleaning.none());
    }

    /** @param cleaning looks through what people wrote freely, in masked ledgers */
    public LedgerExport(Station station, Cleaning cleaning) {
        this.station = station;
        this.cleaning = cleaning;
    }

    /** Header of printed pages: confidential with who made it and when, or that it is for others. */
    private Marking marking(boolean plain) {
        return Markings.of(station, plain ? Edition.INTERNAL : Edition.EXTERNAL);
    }

    /**
     * What is to be written.
     *
     * @param kind  which ledger
     * @param from  first business date, or null; registers have none
     * @param to    last business date, or null
     * @param plain whether names and numbers stand in full; whoever asks for it must say why
     */
    public record Request(LedgerKind kind, LocalDate from, LocalDate to, boolean plain) {

        /** Everything, masked. */
        public static Request masked(LedgerKind kind) {
            return new Request(kind, null, null, false);
        }

        /** Everything in full. */
        public static Request plain(LedgerKind kind) {
            return new Request(kind, null, null, true);
        }
    }

    /**
     * Writes one ledger.
     *
     * @throws org.shegong.reports.render.DocumentWriteException when the file cannot be written
     */
    public RenderResult write(Request request, Path target, RenderProgress progress) {
        return new ExcelRenderer().write(listing(request), target, progress);
    }

    /** A ledger as a list whose rows are read while it is written. */
    public Listing listing(Request request) {
        KindSpec spec = words.kind(request.kind());
        Form form = station.forms().form(spec.form());
        ListQuery query = ListQuery.all(spec.form()).withStatus(RecordStatus.SUBMITTED);
        if (form.isDated()) {
            query = query.between(request.from(), request.to()).sortedBy(form.dateField(), false);
        } else {
            query = query.sortedBy("id", false);
        }
        List<LedgerField> fields = fields(spec, request.plain());
        List<Column> columns = fields.stream().map(field ->
                Column.of(field.key(), field.heading(), type(field), width(field))).toList();
        return new Listing(spec.titles().get(0), titles(spec, request.plain()), PageSetup.LIST_LANDSCAPE,
                columns, 2, marking(request.plain()), station.records().count(query),
                new LedgerRows(station, query, spec, fields, request.plain() ? null : cleaning));
    }

    /**
     * Writes every ledger into a folder, one file each, named by kind.
     *
     * @return the files in the order in which ledgers depend on each other
     */
    public List<Path> writeAll(Path folder, boolean plain, RenderProgress progress) {
        List<Path> files = new ArrayList<>();
        for (KindSpec spec : words.kinds()) {
            Path file = folder.resolve(String.format("%02d%s.xlsx", files.size() + 1, spec.titles().get(0)));
            write(new Request(spec.kind(), null, null, plain), file, progress);
            files.add(file);
        }
        return files;
    }

    /** What the ledger of a kind is called. */
    public String title(LedgerKind kind) {
        return words.kind(kind).titles().get(0);
    }

    private List<LedgerField> fields(KindSpec spec, boolean plain) {
        List<LedgerField> fields = new ArrayList<>();
        for (LedgerField field : spec.fields()) {
            boolean record = field.key().equals(LedgerWords.RECORD_FIELD);
            boolean settle = field.key().equals(LedgerWords.SETTLE_FIELD);
            boolean wanted = !field.key().equals(LedgerWords.REFUSAL_FIELD) && !(settle && !namesSomebody(spec));
            if (wanted && (plain || !record)) {
                fields.add(settle ? renamed(field) : field);
            }
        }
        return fields;
    }

    private static boolean namesSomebody(KindSpec spec) {
        return spec.fields().stream().noneMatch(field -> field.type() == Type.ID)
                && spec.fields().stream().anyMatch(field -> field.type() == Type.PEOPLE || field.key().equals("client")
                || field.key().equals("name") && field.type() == Type.NAME);
    }

    /** In a correction workbook the heading explains itself; a ledger has the file number beside the name. */
    private LedgerField renamed(LedgerField field) {
        return new LedgerField(field.key(), field.type(), field.list(), field.required(), field.keep(),
                words.list("export_settle_heading"), List.of(), List.of());
    }

    private List<String> titles(KindSpec spec, boolean plain) {
        String title = spec.titles().get(0);
        List<RecordData> own = station.records().list(ListQuery.all("station"));
        List<String> lines = new ArrayList<>();
        lines.add(plain ? title : title + messages.text("export.masked"));
        if (!own.isEmpty() && !own.get(0).text("name").isEmpty()) {
            lines.add(messages.text("export.unit", own.get(0).text("name")));
        }
        return lines;
    }

    private static ColumnType type(LedgerField field) {
        return switch (field.type()) {
            case SEQ, COUNT, MINUTES -> ColumnType.INTEGER;
            case MONEY -> ColumnType.MONEY;
            case DATE -> ColumnType.DATE;
            case ID, PHONE, KEY -> ColumnType.ID;
            case CODE, BOOL -> ColumnType.CENTRED;
            default -> ColumnType.TEXT;
        };
    }

    private static double width(LedgerField field) {
        return switch (field.type()) {
            case SEQ -> 10;
            case COUNT, MINUTES, BOOL, NAME, WORKER -> 18;
            case ID -> 42;
            case PEOPLE, TEXT -> 50;
            default -> 26;
        };
    }
}
