package org.shegong.reports.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The rows of the monthly report (04 §2) in order, as one list for screen, Excel and PDF. Immutable.
 *
 * @param sections in order
 */
public record ReportRows(List<Section> sections) {
    private static final String RESOURCE = "/org/shegong/reports/monthly-rows.yaml";

    /**
     * A part of the report.
     *
     * @param heading title of the part
     * @param rows    its rows
     */
    public record Section(String heading, List<ReportRow> rows) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    public ReportRows {
        sections = List.copyOf(sections);
    }

    /** The bundled list. */
    public static ReportRows bundled() {
        try (InputStream in = ReportRows.class.getResourceAsStream(RESOURCE)) {
            List<?> parts = (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            return new ReportRows(parts.stream().map(part -> section((Map<?, ?>) part)).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE, unreadable);
        }
    }

    private static Section section(Map<?, ?> part) {
        List<ReportRow> rows = new ArrayList<>();
        ((List<?>) part.get("rows")).forEach(row -> rows.add(row((Map<?, ?>) row)));
        return new Section(part.get("section").toString(), rows);
    }

    private static ReportRow row(Map<?, ?> row) {
        int indent = row.get("indent") instanceof Integer steps ? steps : 0;
        if (row.containsKey("split")) {
            return new ReportRow.SplitRow(text(row, "split"), text(row, "dimension"), text(row, "heading"),
                    text(row, "codes"), text(row, "unit"), indent);
        }
        return new ReportRow.FigureRow(text(row, "code"), text(row, "label"), text(row, "unit"), indent,
                Boolean.TRUE.equals(row.get("explain")), text(row, "note"));
    }

    private static String text(Map<?, ?> row, String key) {
        Object value = row.get(key);
        return value == null ? "" : value.toString();
    }

    /** All figure rows in order. */
    public List<ReportRow.FigureRow> figures() {
        List<ReportRow.FigureRow> figures = new ArrayList<>();
        for (Section section : sections) {
            for (ReportRow row : section.rows()) {
                if (row instanceof ReportRow.FigureRow figure) {
                    figures.add(figure);
                }
            }
        }
        return figures;
    }

    /** The row of a code. */
    public Optional<ReportRow.FigureRow> row(String code) {
        return figures().stream().filter(row -> row.code().equals(code)).findFirst();
    }

    /** Label of a row without its indent mark; the code itself if there is no such row. */
    public String label(String code) {
        return row(code).map(ReportRow.FigureRow::label).orElse(code);
    }
}
