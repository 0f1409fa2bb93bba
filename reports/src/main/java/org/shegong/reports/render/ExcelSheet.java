package org.shegong.reports.render;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.shegong.reports.document.Alignment;
import org.shegong.reports.document.Block;
import org.shegong.reports.document.FormGrid;
import org.shegong.reports.document.HeaderBlock;
import org.shegong.reports.document.LabelledText;
import org.shegong.reports.document.PageBreak;
import org.shegong.reports.document.Paragraph;
import org.shegong.reports.document.Sheet;
import org.shegong.reports.document.SignatureBlock;
import org.shegong.reports.document.Table;
import org.shegong.reports.document.TextSection;

/** Lays one sheet of a document out on a worksheet. */
final class ExcelSheet {
    private static final double BODY = 10.5;
    private static final double LINE = 18;
    private static final double GAP = 8;
    /** Frozen rows higher than this would leave too little room on a 768-pixel screen. */
    private static final double MOST_FROZEN = 230;

    private final Sheet source;
    private final XSSFSheet target;
    private final ExcelCanvas canvas;
    private final int last;

    ExcelSheet(Sheet source, XSSFSheet target, ExcelStyles styles) {
        this.source = source;
        this.target = target;
        ColumnGrid grid = ColumnGrid.of(source);
        this.canvas = new ExcelCanvas(target, styles, grid);
        this.last = grid.columns() - 1;
    }

    /** Writes everything but the page rules; returns the number of rows. */
    int write() {
        for (int c = 0; c <= last; c++) {
            ExcelPage.columnWidth(target, c, canvas.grid().widthMm(c));
        }
        title();
        heading(source.heading());
        Table main = ColumnGrid.mainTable(source.blocks()).orElse(null);
        boolean ruled = false;
        for (Block block : source.blocks()) {
            boolean frame = block instanceof Table || block instanceof FormGrid;
            if (frame && ruled) {
                canvas.addRow(GAP);
            }
            block(block, block == main);
            ruled = frame;
        }
        signature(source.signature());
        return canvas.rows();
    }

    private void title() {
        double points = source.page().landscape() ? 20 : 18;
        for (String line : source.titleLines()) {
            canvas.line(line, ExcelLook.plain(ExcelLook.Font.TITLE, points, Alignment.CENTRE), points * 1.6);
        }
    }

    private void heading(HeaderBlock heading) {
        int lines = heading.isEmpty() ? 0 : heading.lines();
        for (int i = 0; i < lines; i++) {
            int leftIndex = i - (lines - heading.left().size());
            String left = leftIndex >= 0 ? labelled(heading.left().get(leftIndex)) : "";
            String centre = i == lines - 1 ? heading.centre() : "";
            String right = i < heading.right().size() ? labelled(heading.right().get(i)) : "";
            zones(left, centre, right);
        }
    }

    private void zones(String left, String centre, String right) {
        double width = source.page().printableWidth();
        int first = canvas.grid().columnAt(width * 0.38);
        int second = canvas.grid().columnAt(width * 0.68);
        ExcelLook look = ExcelLook.plain(ExcelLook.Font.BODY, BODY, Alignment.LEFT);
        if (first < 1 || second <= first || second > last) {
            String gap = RenderTexts.text("paragraph.indent");
            canvas.line(String.join(gap, left, centre, right).strip(), look, LINE);
            return;
        }
        double height = Math.max(LINE, Math.max(ExcelCanvas.needed(left, BODY, canvas.grid().widthMm(0, first - 1)),
                ExcelCanvas.needed(right, BODY, canvas.grid().widthMm(second, last))));
        int row = canvas.addRow(height);
        canvas.text(row, 0, first - 1, left, look);
        canvas.text(row, first, second - 1, centre, ExcelLook.plain(ExcelLook.Font.BODY, BODY, Alignment.CENTRE));
        canvas.text(row, second, last, right, look);
    }

    private void block(Block block, boolean main) {
        if (block instanceof Table table) {
            table(table, main);
        } else if (block instanceof FormGrid form) {
            new ExcelForm(canvas, source.page().printableWidth()).write(form);
        } else if (block instanceof Paragraph paragraph) {
            ExcelLook.Font font = paragraph.bold() ? ExcelLook.Font.BOLD : ExcelLook.Font.BODY;
            paragraph.text().lines().forEach(line ->
                    canvas.line(line, ExcelLook.plain(font, BODY, paragraph.alignment()), LINE));
        } else if (block instanceof TextSection section) {
            section(section);
        } else if (block instanceof PageBreak && canvas.rows() > 0) {
            target.setRowBreak(canvas.rows() - 1);
        }
    }

    private void section(TextSection section) {
        canvas.line(section.heading(), ExcelLook.plain(ExcelLook.Font.HEAD, BODY, Alignment.LEFT), LINE + 4);
        ExcelLook look = ExcelLook.plain(ExcelLook.Font.BODY, BODY, Alignment.LEFT);
        if (section.body().isBlank()) {
            for (int i = 0; i < section.blankLines(); i++) {
                canvas.line("", look.framed(ExcelLook.Frame.BOTTOM).unlocked(), LINE + 6);
            }
            return;
        }
        String indent = RenderTexts.text("paragraph.indent");
        section.body().lines().filter(line -> !line.isBlank())
                .forEach(line -> canvas.line(indent + line.strip(), look.unlocked(), LINE));
    }

    private void table(Table table, boolean main) {
        ExcelTable writer = new ExcelTable(canvas, table, source.page().printableWidth());
        int first = canvas.rows();
        writer.head();
        if (main) {
            target.setRepeatingRows(new CellRangeAddress(first, canvas.rows() - 1, -1, -1));
            boolean roomLeft = canvas.heightSoFar() <= MOST_FROZEN;
            if (roomLeft || table.frozen() > 0) {
                target.createFreezePane(table.frozen(), roomLeft ? canvas.rows() : 0);
            }
        }
        writer.body();
    }

    private void signature(SignatureBlock block) {
        if (block.isEmpty()) {
            return;
        }
        canvas.addRow(GAP);
        double width = source.page().printableWidth();
        ExcelLook look = ExcelLook.plain(ExcelLook.Font.BODY, BODY, Alignment.LEFT).fitted(ExcelLook.Fit.CUT);
        for (List<LabelledText> entries : block.lines()) {
            List<Integer> starts = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                starts.add(canvas.grid().columnAt(width * i / entries.size()));
            }
            if (starts.stream().distinct().count() < entries.size()) {
                canvas.line(String.join("        ", entries.stream().map(ExcelSheet::labelled).toList()), look, 24);
                continue;
            }
            int row = canvas.addRow(24);
            for (int i = 0; i < entries.size(); i++) {
                int end = i + 1 < entries.size() ? starts.get(i + 1) - 1 : last;
                canvas.text(row, starts.get(i), end, labelled(entries.get(i)), look);
            }
        }
    }

    static String labelled(LabelledText text) {
        return text.label().isEmpty() ? text.value() : RenderTexts.text("labelled", text.label(), text.value());
    }
}
