package org.shegong.reports.render;

import java.util.ArrayList;
import java.util.List;
import org.shegong.reports.document.Alignment;

/**
 * A ruled row of boxes with text, as tables and forms are made of.
 *
 * @param boxes       from left to right
 * @param leastHeight in points
 */
record BoxRow(List<Box> boxes, float leastHeight) {
    static final float PAD_X = 3.5f;
    static final float PAD_Y = 2.2f;
    private static final float THIN = 0.5f;
    private static final float THICK = 1;

    /**
     * A box of the row.
     *
     * @param x     left edge
     * @param width in points, padding included
     * @param lines text, set
     * @param side  alignment of the lines
     * @param tint  background
     * @param atTop true begins at the top (long text), false centres in the height
     */
    record Box(float x, float width, List<TextLine> lines, Alignment side, PdfCanvas.Tint tint, boolean atTop) {
        Box {
            lines = List.copyOf(lines);
        }

        void paint(PdfCanvas canvas, float top, float height) {
            canvas.fill(x, top, width, height, tint);
            canvas.frame(x, top, width, height, THIN);
            float slack = (height - TextLine.height(lines)) / 2;
            canvas.lines(lines, x + PAD_X, top + (atTop ? Math.min(slack, PAD_Y + 1) : slack), width - 2 * PAD_X, side);
        }
    }

    BoxRow {
        boxes = List.copyOf(boxes);
    }

    /** The row as one piece, or as several where it is taller than {@code tallest}: then its text goes on in the next. */
    List<Piece> pieces(Object frame, float tallest) {
        float text = 0;
        for (Box box : boxes) {
            text = Math.max(text, TextLine.height(box.lines()));
        }
        float height = Math.max(leastHeight, text + 2 * PAD_Y);
        if (height <= tallest) {
            return List.of(piece(boxes, height, frame));
        }
        List<Piece> parts = new ArrayList<>();
        List<Box> rest = boxes;
        while (rest.stream().anyMatch(box -> !box.lines().isEmpty())) {
            List<Box> part = new ArrayList<>();
            List<Box> later = new ArrayList<>();
            float partText = 0;
            for (Box box : rest) {
                int count = fitting(box.lines(), tallest - 2 * PAD_Y);
                part.add(withLines(box, box.lines().subList(0, count)));
                later.add(withLines(box, box.lines().subList(count, box.lines().size())));
                partText = Math.max(partText, TextLine.height(box.lines().subList(0, count)));
            }
            parts.add(piece(part, partText + 2 * PAD_Y, frame));
            rest = later;
        }
        return parts;
    }

    private static int fitting(List<TextLine> lines, float height) {
        int count = 0;
        float used = 0;
        while (count < lines.size() && (count == 0 || used + lines.get(count).leading() <= height)) {
            used += lines.get(count).leading();
            count++;
        }
        return count;
    }

    private static Box withLines(Box box, List<TextLine> lines) {
        return new Box(box.x(), box.width(), lines, box.side(), box.tint(), true);
    }

    private static Piece piece(List<Box> boxes, float height, Object frame) {
        return Piece.of(height, (canvas, top, first, last) -> {
            for (Box box : boxes) {
                box.paint(canvas, top, height);
            }
            outline(canvas, boxes, top, height, first, last);
        }).in(frame);
    }

    /** The thick outer frame, as far as this row carries it. */
    static void outline(PdfCanvas canvas, List<Box> boxes, float top, float height, boolean first, boolean last) {
        float from = (float) boxes.stream().mapToDouble(Box::x).min().orElse(0);
        float to = (float) boxes.stream().mapToDouble(box -> box.x() + box.width()).max().orElse(0);
        canvas.rule(from, top, from, top + height, THICK);
        canvas.rule(to, top, to, top + height, THICK);
        if (first) {
            canvas.rule(from - THICK / 2, top, to + THICK / 2, top, THICK);
        }
        if (last) {
            canvas.rule(from - THICK / 2, top + height, to + THICK / 2, top + height, THICK);
        }
    }
}
