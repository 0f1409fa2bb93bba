package org.shegong.reports.render;

import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfGState;
import java.util.List;
import org.shegong.reports.document.Alignment;

/** Draws on one page; x from the left edge of the printable area, y downwards from the top of the paper, in points. */
final class PdfCanvas {
    /** Share of the type size between the top of a character and its base line. */
    private static final float RISE = 0.86f;

    private final PdfContentByte content;
    private final float paperHeight;
    private final float left;

    PdfCanvas(PdfContentByte content, float paperHeight, float left) {
        this.content = content;
        this.paperHeight = paperHeight;
        this.left = left;
    }

    void line(TextLine line, float x, float top) {
        float baseline = paperHeight - top - (line.leading() - line.size()) / 2 - line.size() * RISE;
        content.beginText();
        content.setTextMatrix(left + x + line.indent(), baseline);
        for (TextLine.Run run : line.runs()) {
            content.setFontAndSize(run.font(), line.size());
            content.showText(run.text());
        }
        for (TextLine.Mark mark : line.marks()) {
            content.setTextMatrix(left + x + line.indent() + mark.x(), baseline);
            content.setFontAndSize(mark.run().font(), line.size());
            content.showText(mark.run().text());
        }
        content.endText();
    }

    void lines(List<TextLine> lines, float x, float top, float width, Alignment side) {
        float y = top;
        for (TextLine line : lines) {
            float shift = switch (side) {
                case LEFT -> 0;
                case CENTRE -> (width - line.width()) / 2;
                case RIGHT -> width - line.width();
            };
            line(line, x + shift, y);
            y += line.leading();
        }
    }

    void fill(float x, float top, float width, float height, Tint tint) {
        if (tint != Tint.NONE) {
            content.setRGBColorFill(tint.red, tint.green, tint.blue);
            content.rectangle(left + x, paperHeight - top - height, width, height);
            content.fill();
            content.resetRGBColorFill();
        }
    }

    void rule(float x1, float y1, float x2, float y2, float thickness) {
        content.setLineWidth(thickness);
        content.moveTo(left + x1, paperHeight - y1);
        content.lineTo(left + x2, paperHeight - y2);
        content.stroke();
    }

    void frame(float x, float top, float width, float height, float thickness) {
        content.setLineWidth(thickness);
        content.rectangle(left + x, paperHeight - top - height, width, height);
        content.stroke();
    }

    /** Pale text slanted across the page, repeated so that no part of a table is without it. */
    void watermark(TextLine line, float paperWidth) {
        content.saveState();
        PdfGState pale = new PdfGState();
        pale.setFillOpacity(0.13f);
        content.setGState(pale);
        content.setRGBColorFill(90, 90, 90);
        float stepX = Math.max(line.width() + 60, 220);
        double slant = Math.toRadians(28);
        int row = 0;
        for (float y = 40; y < paperHeight; y += 140) {
            for (float x = 30 + row % 2 * stepX / 2; x < paperWidth; x += stepX) {
                content.beginText();
                float cos = (float) Math.cos(slant);
                float sin = (float) Math.sin(slant);
                content.setTextMatrix(cos, sin, -sin, cos, x, y);
                for (TextLine.Run run : line.runs()) {
                    content.setFontAndSize(run.font(), line.size());
                    content.showText(run.text());
                }
                content.endText();
            }
            row++;
        }
        content.restoreState();
    }

    /** Backgrounds. */
    enum Tint {
        NONE(255, 255, 255), HEAD(236, 238, 240), BAND(245, 246, 247), MISSING(255, 242, 194);

        private final int red;
        private final int green;
        private final int blue;

        Tint(int red, int green, int blue) {
            this.red = red;
            this.green = green;
            this.blue = blue;
        }
    }
}
