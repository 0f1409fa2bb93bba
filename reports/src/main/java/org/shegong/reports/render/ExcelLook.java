package org.shegong.reports.render;

import org.shegong.reports.document.Alignment;

/**
 * Everything that tells one cell style of a workbook from another; equal looks share one style, because a workbook may
 * hold only so many.
 *
 * @param font    role of the font
 * @param points  type size
 * @param side    horizontal alignment
 * @param format  number format, empty for general
 * @param tint    background
 * @param frame   which edges are ruled
 * @param indent  indentation steps of a text cell
 * @param fit     what happens to content wider than the cell
 * @param literal true marks text that begins like a formula
 * @param open    true leaves the cell editable when the sheet's headings are locked
 */
record ExcelLook(Font font, double points, Alignment side, String format, Tint tint, Frame frame, int indent,
                 Fit fit, boolean literal, boolean open) {

    enum Font { BODY, BOLD, HEAD, TITLE }

    enum Tint { NONE, HEAD, BAND, MISSING }

    enum Frame { NONE, ALL, BOTTOM }

    enum Fit { WRAP, SHRINK, CUT }

    static ExcelLook plain(Font font, double points, Alignment side) {
        return new ExcelLook(font, points, side, "", Tint.NONE, Frame.NONE, 0, Fit.WRAP, false, false);
    }

    ExcelLook tinted(Tint other) {
        return new ExcelLook(font, points, side, format, other, frame, indent, fit, literal, open);
    }

    ExcelLook framed(Frame other) {
        return new ExcelLook(font, points, side, format, tint, other, indent, fit, literal, open);
    }

    ExcelLook formatted(String other) {
        return new ExcelLook(font, points, side, other, tint, frame, indent, fit, literal, open);
    }

    ExcelLook indented(int steps) {
        return new ExcelLook(font, points, side, format, tint, frame, steps, fit, literal, open);
    }

    ExcelLook fitted(Fit other) {
        return new ExcelLook(font, points, side, format, tint, frame, indent, other, literal, open);
    }

    ExcelLook asLiteral() {
        return new ExcelLook(font, points, side, format, tint, frame, indent, fit, true, open);
    }

    ExcelLook unlocked() {
        return new ExcelLook(font, points, side, format, tint, frame, indent, fit, literal, true);
    }
}
