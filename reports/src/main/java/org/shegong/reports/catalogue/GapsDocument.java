package org.shegong.reports.catalogue;

import static org.shegong.reports.FigureTexts.text;

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
import org.shegong.reports.document.Sheet;
import org.shegong.reports.document.SignatureBlock;
import org.shegong.reports.document.Table;

/** The list of gaps (workflow §2) on paper, to be ticked off by hand. */
public final class GapsDocument {
    private GapsDocument() {
    }

    /**
     * Gaps of one kind.
     *
     * @param heading what is missing and how many
     * @param lines   the records
     */
    public record Section(String heading, List<Line> lines) {
    }

    /**
     * One record.
     *
     * @param kind   form of the record
     * @param name   what the record is called, masked as the reader sees it
     * @param detail what is missing; may be empty
     */
    public record Line(String kind, String name, String detail) {
    }

    /**
     * @param station name of the station
     * @param title   title with the month, or what else it covers
     */
    public static Document of(String station, String title, List<Section> sections) {
        List<Row> rows = new ArrayList<>();
        for (Section section : sections) {
            rows.add(Row.section(section.heading()));
            int no = 1;
            for (Line line : section.lines()) {
                rows.add(Row.of(Cell.number(no++), Cell.text(line.kind()), Cell.text(line.name()), Cell.text(line.detail()),
                        Cell.text(text("gaps.box"))));
            }
        }
        List<Column> columns = List.of(Column.of("no", text("column.no"), ColumnType.INTEGER, 14),
                Column.of("kind", text("gaps.kind"), ColumnType.TEXT, 32),
                Column.of("name", text("gaps.name"), ColumnType.TEXT, 62),
                Column.of("detail", text("gaps.detail"), ColumnType.TEXT, 50),
                Column.of("done", text("gaps.done"), ColumnType.CENTRED, 16));
        Sheet page = Sheet.named(text("gaps.sheet")).page(PageSetup.REPORT_PORTRAIT).title(title)
                .heading(new HeaderBlock(List.of(new LabelledText(text("report.unit"), station)), "", List.of()))
                .add(new Table(columns, rows, 1, 0, Table.Look.REPORT)).signature(SignatureBlock.NONE).build();
        return Document.of(Document.safeFileStem(station + "-" + title), page);
    }
}
