package org.shegong.reports.catalogue;

import static org.shegong.reports.FigureTexts.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shegong.reports.document.Cell;
import org.shegong.reports.document.Column;
import org.shegong.reports.document.ColumnType;
import org.shegong.reports.document.Document;
import org.shegong.reports.document.HeaderBlock;
import org.shegong.reports.document.LabelledText;
import org.shegong.reports.document.PageSetup;
import org.shegong.reports.document.Row;
import org.shegong.reports.document.RowStyle;
import org.shegong.reports.document.Sheet;
import org.shegong.reports.document.SignatureBlock;
import org.shegong.reports.document.Table;
import org.shegong.reports.document.TextSection;
import org.shegong.reports.metrics.MetricCatalogue;

/** Lays a supervisor's monthly sheet out. */
final class SupervisorDocument {
    private static final BigDecimal HOUR = BigDecimal.valueOf(60);
    private final ReportRows rows;
    private final MetricCatalogue metrics;

    SupervisorDocument(ReportRows rows, MetricCatalogue metrics) {
        this.rows = rows;
        this.metrics = metrics;
    }

    Document of(SupervisorSheet sheet) {
        String month = text("report.month", Integer.toString(sheet.period().month().getYear()),
                Integer.toString(sheet.period().month().getMonthValue()));
        Sheet page = Sheet.named(text("supervisor.sheet")).page(PageSetup.REPORT_PORTRAIT)
                .title(text("supervisor.title", month))
                .heading(new HeaderBlock(List.of(new LabelledText(text("supervisor.name"), sheet.name()),
                        new LabelledText(text("supervisor.station"), sheet.station().name())), "",
                        List.of(new LabelledText(text("supervisor.standard"), text(sheet.met() ? "supervisor.met"
                                : "supervisor.notMet")))))
                .add(figures(sheet))
                .add(new TextSection(text("supervisor.rounds"), "", 0))
                .add(rounds(sheet))
                .add(new TextSection(text("supervisor.actions"), "", 0))
                .add(actions(sheet))
                .addAll(texts(sheet))
                .signature(SignatureBlock.of(new LabelledText(text("supervisor.sign"), ""),
                        new LabelledText(text("sign.head"), ""), new LabelledText(text("sign.date"), text("sign.blank"))))
                .build();
        String stem = sheet.station().name() + "-" + sheet.period().toString().replace("-", "") + "-"
                + text("supervisor.sheet") + "-" + sheet.name();
        return Document.of(Document.safeFileStem(stem), page);
    }

    private Table figures(SupervisorSheet sheet) {
        List<Row> lines = new ArrayList<>();
        sheet.figures().forEach((code, value) -> {
            ReportRow.FigureRow row = rows.row(code).orElseThrow();
            List<Cell> cells = new ArrayList<>(List.of(Cell.text(MonthlyDocument.printed(code)), Cell.text(row.label()),
                    Cell.text(row.unit()), MonthlyDocument.cell(metrics.metric(code).unit(), value)));
            sheet.others().forEach(other -> cells.add(Cell.NOT_APPLICABLE));
            lines.add(new Row(code, RowStyle.indented(row.indent()), cells));
        });
        List<Column> columns = new ArrayList<>(List.of(Column.of("code", text("column.code"), ColumnType.CENTRED, 26),
                Column.of("label", text("column.label"), ColumnType.TEXT, 60),
                Column.of("unit", text("column.unit"), ColumnType.CENTRED, 20),
                Column.of("here", text("supervisor.here"), ColumnType.decimal(0), 26)));
        sheet.others().forEach(other -> columns.add(Column.of("station" + columns.size(), other, ColumnType.decimal(0), 26)));
        return new Table(columns, lines, 1, 0, Table.Look.REPORT);
    }

    private static Table rounds(SupervisorSheet sheet) {
        List<Row> lines = sheet.rounds().stream().map(round -> Row.of(Cell.text(round.name()),
                Cell.number(round.sessions()), hours(round.minutes()), hours(round.roundMinutes()),
                Cell.text(text(round.met() ? "report.yes" : "report.no")))).toList();
        return Table.of(List.of(Column.of("name", text("list.column.round"), ColumnType.TEXT, 60),
                Column.of("sessions", text("supervisor.sessions"), ColumnType.INTEGER, 26),
                Column.of("minutes", text("supervisor.hours"), ColumnType.decimal(1), 30),
                Column.of("whole", text("supervisor.roundHours"), ColumnType.decimal(1), 30),
                Column.of("met", text("supervisor.met"), ColumnType.CENTRED, 20)), lines);
    }

    private static Cell hours(long minutes) {
        return Cell.number(BigDecimal.valueOf(minutes).divide(HOUR, 1, RoundingMode.HALF_UP), 1);
    }

    private static Table actions(SupervisorSheet sheet) {
        List<Row> lines = sheet.actions().stream().map(action -> Row.of(Cell.date(LocalDate.parse(action.due())),
                Cell.text(action.content()), action.done().isEmpty() ? Cell.text(text("supervisor.open"))
                        : Cell.date(LocalDate.parse(action.done())))).toList();
        return Table.of(List.of(Column.of("due", text("supervisor.due"), ColumnType.DATE, 30),
                Column.of("content", text("supervisor.action"), ColumnType.TEXT, 100),
                Column.of("done", text("supervisor.done"), ColumnType.DATE, 30)), lines);
    }

    private static List<TextSection> texts(SupervisorSheet sheet) {
        SupervisorSheet.Texts t = sheet.texts();
        String topics = t.topics().isEmpty() ? String.join("\n", sheet.topics()) : t.topics();
        return List.of(new TextSection(text("supervisor.topics"), topics, 3),
                new TextSection(text("supervisor.growth"), t.growth(), 2),
                new TextSection(text("supervisor.issues"), t.issues(), 3),
                new TextSection(text("supervisor.advice"), t.advice(), 3),
                new TextSection(text("supervisor.plan"), t.nextPlan(), 3));
    }
}
