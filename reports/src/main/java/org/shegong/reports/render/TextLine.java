package org.shegong.reports.render;

import com.lowagie.text.pdf.BaseFont;
import java.util.List;

/**
 * One line of text, set.
 *
 * @param runs  pieces of one font each, in order; empty for an empty line
 * @param size  type size in points
 * @param width in points, indentation included
 * @param indent room left free before the first character
 */
record TextLine(List<Run> runs, float size, float width, float indent) {

    /** Neighbouring characters of one font. */
    record Run(BaseFont font, String text) {
    }

    TextLine {
        runs = List.copyOf(runs);
    }

    /** The same line with room left free before it. */
    TextLine shifted(float room) {
        return new TextLine(runs, size, width + room, indent + room);
    }

    /** Distance from one line to the next. */
    float leading() {
        return size * 1.32f;
    }

    /** Height of some lines set below each other. */
    static float height(List<TextLine> lines) {
        float height = 0;
        for (TextLine line : lines) {
            height += line.leading();
        }
        return height;
    }
}
