package org.shegong.reports.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.shegong.reports.document.Block;
import org.shegong.reports.document.ColumnFit;
import org.shegong.reports.document.FormGrid;
import org.shegong.reports.document.Sheet;
import org.shegong.reports.document.Table;

/**
 * The worksheet columns that all blocks of one sheet share: every block's cell edges, so that a table's columns and a
 * form's boxes each fall on whole worksheet columns. The longest table sets the exact edges; edges of other blocks
 * closer than 1.5 mm move onto them.
 */
final class ColumnGrid {
    private static final double SNAP_MM = 1.5;

    private final List<Double> edges;
    private final double scale;

    private ColumnGrid(List<Double> edges, double scale) {
        this.edges = edges;
        this.scale = scale;
    }

    static ColumnGrid of(Sheet sheet) {
        double width = sheet.page().printableWidth();
        TreeSet<Double> edges = new TreeSet<>(List.of(0.0, width));
        double scale = 1;
        Optional<Table> main = mainTable(sheet.blocks());
        if (main.isPresent()) {
            edges.addAll(tableEdges(main.get(), width));
            scale = ColumnFit.of(main.get().columns(), width).scale();
        }
        for (Block block : sheet.blocks()) {
            if (block instanceof Table table && !main.filter(m -> m == table).isPresent()) {
                tableEdges(table, width).forEach(edge -> snapInto(edges, edge));
                scale = Math.min(scale, ColumnFit.of(table.columns(), width).scale());
            } else if (block instanceof FormGrid form) {
                formEdges(form, width).forEach(edge -> snapInto(edges, edge));
            }
        }
        if (edges.size() == 2) {
            edges.addAll(List.of(width * 0.35, width * 0.65));
        }
        return new ColumnGrid(List.copyOf(edges), scale);
    }

    /** The table with most rows, whose head is repeated in print and frozen on screen. */
    static Optional<Table> mainTable(List<Block> blocks) {
        return blocks.stream().filter(Table.class::isInstance).map(Table.class::cast)
                .reduce((a, b) -> b.rows().size() > a.rows().size() ? b : a);
    }

    static List<Double> tableEdges(Table table, double width) {
        List<Double> edges = new ArrayList<>(List.of(0.0));
        double edge = 0;
        for (double column : ColumnFit.of(table.columns(), width).widthsMm()) {
            edge += column;
            edges.add(edge);
        }
        edges.set(edges.size() - 1, width);
        return edges;
    }

    /** Edges of labels and values: label, value, label, value … */
    static List<Double> formEdges(FormGrid form, double width) {
        double pair = width / form.pairs();
        List<Double> edges = new ArrayList<>();
        for (int i = 0; i < form.pairs(); i++) {
            edges.add(i * pair);
            edges.add(i * pair + Math.min(form.labelWidthMm(), pair * 0.6));
        }
        edges.add(width);
        return edges;
    }

    /** Worksheet columns. */
    int columns() {
        return edges.size() - 1;
    }

    /** Smallest scale among the tables: type is written in full size and the page scaled by this. */
    double scale() {
        return scale;
    }

    /** Width of a worksheet column in millimetres before scaling. */
    double widthMm(int column) {
        return (edges.get(column + 1) - edges.get(column)) / scale;
    }

    /** Width from one edge to another in millimetres before scaling. */
    double widthMm(int first, int last) {
        return (edges.get(last + 1) - edges.get(first)) / scale;
    }

    /** Index of the worksheet column that begins nearest to the position in millimetres. */
    int columnAt(double mm) {
        int best = 0;
        for (int i = 1; i < edges.size(); i++) {
            if (Math.abs(edges.get(i) - mm) < Math.abs(edges.get(best) - mm)) {
                best = i;
            }
        }
        return best;
    }

    private static void snapInto(TreeSet<Double> edges, double edge) {
        Double below = edges.floor(edge);
        Double above = edges.ceiling(edge);
        boolean near = below != null && edge - below < SNAP_MM || above != null && above - edge < SNAP_MM;
        if (!near) {
            edges.add(edge);
        }
    }
}
