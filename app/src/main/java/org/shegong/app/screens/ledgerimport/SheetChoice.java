package org.shegong.app.screens.ledgerimport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shegong.reports.ledger.read.Cell;
import org.shegong.reports.ledger.read.Grid;
import org.shegong.reports.ledger.read.GridRow;
import org.shegong.reports.ledger.recognise.KindSpec;
import org.shegong.reports.ledger.recognise.LedgerField;
import org.shegong.reports.ledger.recognise.LedgerWords;
import org.shegong.reports.ledger.recognise.SheetMapping;

/**
 * A sheet of a chosen file with how it is to be read.
 *
 * @param file index of its file
 * @param sheet index within the file
 * @param fileName name of the file
 * @param grid its cells
 * @param mapping how it is read; null leaves it out
 */
public record SheetChoice(int file, int sheet, String fileName, Grid grid, SheetMapping mapping) {
    private static final int SAMPLES = 3;

    /**
     * A column of the sheet.
     *
     * @param index from 0
     * @param heading as it stands in the sheet; may be empty
     * @param sample what the first rows have in it
     * @param field key of the field it is read as; empty when it is left out
     */
    public record Column(int index, String heading, String sample, String field) {
    }

    /** How the sheet is read; empty when it is left out. */
    public Optional<SheetMapping> chosen() {
        return Optional.ofNullable(mapping);
    }

    /** The sheet's columns that hold anything; empty while it is left out. */
    public List<Column> columns() {
        if (mapping == null) {
            return List.of();
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < mapping.headings().size(); i++) {
            String sample = sample(i);
            String heading = mapping.headings().get(i).replaceAll("\\s+", "");
            if (!heading.isEmpty() || !sample.isEmpty()) {
                columns.add(new Column(i, heading, sample, field(i)));
            }
        }
        return columns;
    }

    private String field(int column) {
        return mapping.columns().entrySet().stream().filter(entry -> entry.getValue() == column)
            .map(java.util.Map.Entry::getKey).findFirst().orElse("");
    }

    private String sample(int column) {
        return String.join(" / ", grid.rows().stream().filter(row -> row.number() > mapping.lastRow())
            .map(row -> row.cell(column)).filter(cell -> !cell.isBlank()).map(Cell::text).distinct().limit(SAMPLES)
            .toList()).replaceAll("\\s+", " ");
    }

    /** Rows below the header. */
    public int rows() {
        return mapping == null ? grid.rows().size()
            : (int) grid.rows().stream().filter(row -> row.number() > mapping.lastRow()).count();
    }

    /** Number of the last row with anything in it; 1 for an empty sheet. */
    public int lastRow() {
        return grid.rows().stream().mapToInt(GridRow::number).max().orElse(1);
    }

    /** Headings of required fields that no column is read as; empty while the sheet is left out. */
    public List<String> missing(LedgerWords words) {
        if (mapping == null) {
            return List.of();
        }
        KindSpec spec = words.kind(mapping.kind());
        return spec.fields().stream().filter(field -> field.required() && !mapping.columns().containsKey(field.key()))
            .map(LedgerField::heading).toList();
    }
}
