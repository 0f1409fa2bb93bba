package org.shegong.app.screens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shegong.reports.document.Alignment;
import org.shegong.reports.document.Cell;
import org.shegong.reports.document.CellText;
import org.shegong.reports.document.Document;
import org.shegong.reports.document.Row;
import org.shegong.reports.document.RowStyle;
import org.shegong.reports.document.Sheet;
import org.shegong.reports.document.Table;

/**
 * The table of the monthly report with the texts of its cells, taken from the document that is printed, so that screen
 * and paper cannot differ.
 *
 * @param columns from left to right
 * @param lines from top to bottom
 */
public record ReportTable(List<Column> columns, List<ReportLine> lines) {
    private static final String FIGURE_COLUMN = "previous";

    /**
     * A column.
     *
     * @param key name used by the program: code, label, unit, month, previous, change, year …
     * @param heading as printed
     * @param alignment side on which its cells stand
     * @param widthMm width on paper, for proportions
     */
    public record Column(String key, String heading, Alignment alignment, double widthMm) {
    }

    public ReportTable {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /**
     * The report's table.
     *
     * @param figures codes of all figures, to tell figures from their parts
     */
    static ReportTable of(Document document, Set<String> figures) {
        Table table = document.sheets().stream().map(Sheet::blocks).flatMap(List::stream)
            .filter(Table.class::isInstance).map(Table.class::cast)
            .filter(one -> one.columns().stream().anyMatch(column -> column.key().equals(FIGURE_COLUMN)))
            .findFirst().orElseThrow();
        List<Column> columns = table.columns().stream().map(column -> new Column(column.key(), column.heading(),
            column.type().alignment(), column.widthMm())).toList();
        return new ReportTable(columns, table.rows().stream().map(row -> line(table, row, figures)).toList());
    }

    private static ReportLine line(Table table, Row row, Set<String> figures) {
        List<String> texts = new ArrayList<>();
        List<Integer> unfilled = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            texts.add(CellText.of(cell, table.columns().get(i).type()));
            if (cell instanceof Cell.Unfilled) {
                unfilled.add(i);
            }
        }
        boolean section = row.style().kind() == RowStyle.Kind.SECTION;
        ReportLine.Kind kind = section ? ReportLine.Kind.SECTION
            : figures.contains(row.key()) ? ReportLine.Kind.FIGURE : ReportLine.Kind.PART;
        return new ReportLine(row.key(), kind, row.style().indent(), texts, unfilled);
    }

    /** Place of a figure's line; -1 when there is none. */
    public int indexOf(String code) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).key().equals(code)) {
                return i;
            }
        }
        return -1;
    }
}
