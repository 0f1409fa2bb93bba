package org.shegong.reports.catalogue;

import static org.shegong.reports.FigureTexts.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shegong.db.forms.CodeLookup;
import org.shegong.reports.FigureTexts;
import org.shegong.reports.document.Cell;
import org.shegong.reports.document.Column;
import org.shegong.reports.document.ColumnType;
import org.shegong.reports.document.Document;
import org.shegong.reports.document.FigureFormat;
import org.shegong.reports.document.Footer;
import org.shegong.reports.document.HeaderBlock;
import org.shegong.reports.document.LabelledText;
import org.shegong.reports.document.MachineRow;
import org.shegong.reports.document.Marking;
import org.shegong.reports.document.PageSetup;
import org.shegong.reports.document.Paragraph;
import org.shegong.reports.document.Row;
import org.shegong.reports.document.RowStyle;
import org.shegong.reports.document.Sheet;
import org.shegong.reports.document.SignatureBlock;
import org.shegong.reports.document.Table;
import org.shegong.reports.document.TextSection;
import org.shegong.reports.metrics.MetricCatalogue;
import org.shegong.reports.metrics.Unit;

/** Lays the monthly report out (04 §3, §6.1, §6.3). */
final class MonthlyDocument {
    private static final int LINES_FOR_HAND = 4;
    private static final int LONG_TITLE = 26;

    private final ReportRows rows;
    private final CodeLookup codes;
    private final MetricCatalogue metrics;

    MonthlyDocument(ReportRows rows, CodeLookup codes, MetricCatalogue metrics) {
        this.rows = rows;
        this.codes = codes;
        this.metrics = metrics;
    }

    Document of(MonthlyFigures report) {
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(instructions(report));
        sheets.add(table(report));
        sheets.addAll(new AttachedSheets(codes).of(report));
        String state = report.draft() ? text("report.draft") : text("report.version", report.version());
        String mark = report.version() > 1 ? state + text("report.corrected") : state;
        return new Document(MonthlyReport.fileStem(report), sheets,
                new Footer(text("report.footer", report.period(), mark),
                        text("report.checksum", MonthlyJson.shortDigest(report))),
                Marking.NONE, machineRows(report));
    }

    static String monthText(MonthlyFigures report) {
        return text("report.month", Integer.toString(report.period().month().getYear()),
                Integer.toString(report.period().month().getMonthValue()));
    }

    private Sheet table(MonthlyFigures report) {
        String month = monthText(report);
        String title = text("report.title", month);
        Sheet.Builder sheet = Sheet.named(text("report.sheet")).page(PageSetup.REPORT_LANDSCAPE)
                .heading(new HeaderBlock(List.of(new LabelledText(text("report.unit"), report.station().name())), month,
                        List.of(new LabelledText(text("report.tableNo"), ""), new LabelledText(text("report.issuer"), ""),
                                new LabelledText(text("report.documentNo"), ""),
                                new LabelledText(text("report.validUntil"), ""),
                                new LabelledText(text("report.measure"), text("report.measure.value")))))
                .lockHeadings();
        String name = report.station().name();
        if (name.codePointCount(0, name.length()) + title.length() > LONG_TITLE) {
            sheet.title(name, title);
        } else {
            sheet.title(name + title);
        }
        sheet.add(new Table(columns(), tableRows(report), 1, 2, Table.Look.REPORT));
        texts(report).forEach(sheet::add);
        return sheet.signature(signature()).build();
    }

    private static List<Column> columns() {
        ColumnType figure = ColumnType.decimal(0);
        return List.of(
                Column.of("code", text("column.code"), ColumnType.CENTRED, 20),
                Column.of("label", text("column.label"), ColumnType.TEXT, 58),
                Column.of("unit", text("column.unit"), ColumnType.CENTRED, 16),
                Column.of("month", text("column.month"), figure, 20),
                Column.of("previous", text("column.previous"), figure, 20),
                Column.of("change", text("column.change"), ColumnType.decimal(1), 18),
                Column.of("year", text("column.year"), figure, 21),
                Column.of("project", text("column.project"), figure, 21),
                Column.of("target", text("column.target"), figure, 18),
                Column.of("completion", text("column.completion"), ColumnType.decimal(1), 16),
                Column.of("note", text("column.note"), ColumnType.TEXT, 34));
    }

    private List<Row> tableRows(MonthlyFigures report) {
        List<Row> table = new ArrayList<>();
        for (ReportRows.Section section : rows.sections()) {
            table.add(Row.section(section.heading()));
            for (ReportRow row : section.rows()) {
                if (row instanceof ReportRow.FigureRow figure) {
                    table.add(figure(report, figure));
                } else if (row instanceof ReportRow.SplitRow split) {
                    table.addAll(parts(report, split));
                }
            }
        }
        return table;
    }

    private Row figure(MonthlyFigures report, ReportRow.FigureRow row) {
        Unit unit = metrics.metric(row.code()).unit();
        BigDecimal change = unit == Unit.FLAG ? null : report.change(row.code());
        BigDecimal completion = report.completion(row.code());
        return new Row(row.code(), RowStyle.indented(row.indent()), List.of(Cell.text(printed(row.code())), Cell.text(row.label()),
                Cell.text(row.unit()), cell(unit, report.figures().get(row.code())),
                cell(unit, report.previous().get(row.code())),
                change == null ? Cell.NOT_APPLICABLE : Cell.number(change, 1),
                cell(unit, report.year().get(row.code())), Cell.NOT_APPLICABLE, plain(report.targets().get(row.code())),
                completion == null ? Cell.NOT_APPLICABLE : Cell.number(completion, 1), Cell.text(note(report, row))));
    }

    private static Cell plain(BigDecimal value) {
        return value == null ? Cell.NOT_APPLICABLE : Cell.number(value, Math.max(0, value.stripTrailingZeros().scale()));
    }

    /** Row codes as printed: parts named by a word or a code value stand under their row without a code of their own. */
    static String printed(String code) {
        return code.contains(".") ? "" : code;
    }

    private static String note(MonthlyFigures report, ReportRow.FigureRow row) {
        String reason = report.texts().reasons().get(row.code());
        if (reason != null && !reason.isBlank()) {
            return reason;
        }
        return report.corrected() && report.origins().containsKey(row.code()) ? text("report.previousCorrected") : row.note();
    }

    static Cell cell(Unit unit, BigDecimal value) {
        if (value == null) {
            return Cell.NOT_APPLICABLE;
        }
        if (unit == Unit.FLAG) {
            return Cell.text(text(value.signum() > 0 ? "report.yes" : "report.no"));
        }
        return new Cell.Figure(value, Optional.of(FigureFormat.fixed(unit.decimals())));
    }

    private List<Row> parts(MonthlyFigures report, ReportRow.SplitRow split) {
        List<Row> all = new ArrayList<>();
        for (PartRow part : report.parts(split.code(), split.dimension())) {
            String name = label(split.codes(), part.value());
            String label = all.isEmpty() ? split.heading() + text("report.colon") + name : name;
            BigDecimal change = part.change();
            all.add(new Row(split.code() + "." + split.dimension() + "." + part.value(), RowStyle.indented(split.indent()),
                    List.of(Cell.EMPTY, Cell.text(label), Cell.text(split.unit()), Cell.number(part.month()),
                            part(part.previous()), change == null ? Cell.NOT_APPLICABLE : Cell.number(change, 1),
                            part(part.year()), Cell.NOT_APPLICABLE, Cell.NOT_APPLICABLE, Cell.NOT_APPLICABLE,
                            Cell.EMPTY)));
        }
        return all;
    }

    private static Cell part(Long amount) {
        return amount == null ? Cell.NOT_APPLICABLE : Cell.number(amount);
    }

    private String label(String list, String value) {
        return value.equals("unknown") ? text("report.unknown") : codes.label(list, value);
    }

    private static List<TextSection> texts(MonthlyFigures report) {
        MonthlyTexts t = report.texts();
        return List.of(new TextSection(text("section.work"), t.work(), LINES_FOR_HAND),
                new TextSection(text("section.typical"), t.typical(), LINES_FOR_HAND),
                new TextSection(text("section.problems"), t.problems(), LINES_FOR_HAND),
                new TextSection(text("section.plan"), t.plan(), LINES_FOR_HAND),
                new TextSection(text("section.upward"), t.upward(), 2));
    }

    static SignatureBlock signature() {
        return new SignatureBlock(List.of(
                List.of(new LabelledText(text("sign.filler"), ""), new LabelledText(text("sign.reviewer"), ""),
                        new LabelledText(text("sign.head"), "")),
                List.of(new LabelledText("", text("sign.seal")), new LabelledText(text("sign.date"), text("sign.blank")))));
    }

    private Sheet instructions(MonthlyFigures report) {
        Sheet.Builder sheet = Sheet.named(text("instructions.sheet")).outlet(Sheet.Outlet.WORKBOOK)
                .page(PageSetup.REPORT_PORTRAIT).title(text("instructions.title"));
        for (int i = 1; FigureTexts.has("instructions." + i); i++) {
            sheet.add(Paragraph.of(text("instructions." + i, report.station().name(), monthText(report),
                    report.period().first(), report.period().last())));
        }
        List<Row> checks = report.checks().stream().map(check -> Row.of(Cell.text(check.id()),
                Cell.text(text("level." + check.level())), Cell.text(text(check.ok() ? "check.ok" : "check.failed")),
                Cell.text(check.text()))).toList();
        return sheet.add(Table.of(List.of(Column.of("id", text("column.check"), ColumnType.CENTRED, 16),
                Column.of("level", text("column.level"), ColumnType.CENTRED, 16),
                Column.of("result", text("column.result"), ColumnType.CENTRED, 18),
                Column.of("text", text("column.text"), ColumnType.TEXT, 120)), checks)).build();
    }

    private List<MachineRow> machineRows(MonthlyFigures report) {
        String version = report.draft() ? "draft" : "v" + report.version();
        List<MachineRow> machine = new ArrayList<>();
        for (ReportRow.FigureRow row : rows.figures()) {
            machine.add(machine(row, "month", report.figures().get(row.code()), row.unit(), version));
            machine.add(machine(row, "previous", report.previous().get(row.code()), row.unit(), version));
            machine.add(machine(row, "change", report.change(row.code()), "%", version));
            machine.add(machine(row, "year", report.year().get(row.code()), row.unit(), version));
            machine.add(machine(row, "target", report.targets().get(row.code()), row.unit(), version));
            machine.add(machine(row, "completion", report.completion(row.code()), "%", version));
        }
        for (ReportRows.Section section : rows.sections()) {
            for (ReportRow row : section.rows()) {
                if (row instanceof ReportRow.SplitRow split) {
                    report.parts(split.code(), split.dimension()).forEach(part -> machine(split, part, version, machine));
                }
            }
        }
        return machine;
    }

    private static void machine(ReportRow.SplitRow split, PartRow part, String version, List<MachineRow> into) {
        String code = split.code() + "." + split.dimension() + "." + part.value();
        BigDecimal change = part.change();
        into.add(new MachineRow(code, "month", Cell.number(part.month()), split.unit(), version));
        into.add(new MachineRow(code, "previous", part(part.previous()), split.unit(), version));
        into.add(new MachineRow(code, "change", change == null ? Cell.NOT_APPLICABLE : Cell.number(change, 1), "%", version));
        into.add(new MachineRow(code, "year", part(part.year()), split.unit(), version));
    }

    private static MachineRow machine(ReportRow.FigureRow row, String column, BigDecimal value, String unit, String version) {
        return new MachineRow(row.code(), column, value == null ? Cell.NOT_APPLICABLE
                : new Cell.Figure(value, Optional.of(FigureFormat.fixed(value.scale()))), unit, version);
    }
}
