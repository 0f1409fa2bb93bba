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
 * @param marks  signs printed over characters already set, each with its distance from the first character
 */
record TextLine(List<Run> runs, float size, float width, float indent, List<Mark> marks) {

    /** Neighbouring characters of one font. */
    record Run(BaseFont font, String text) {
    }

    /** A sign printed over the line: the tick in a box. */
    record Mark(float x, Run run) {
    }

    TextLine {
        runs = List.copyOf(runs);
        marks = List.copyOf(marks);
    }

    /** The same line with room left free before it. */
    TextLine shifted(float room) {
        return new TextLine(runs, size, width + room, indent + room, marks);
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
