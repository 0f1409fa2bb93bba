package org.shegong.reports.document;

/**
 * A4 paper and its margins in millimetres.
 *
 * @param landscape true for 297 x 210, false for 210 x 297
 * @param top       margin, footer and page header lie inside it
 * @param bottom    margin
 * @param left      margin without the gutter
 * @param right     margin
 * @param gutter    extra margin on the binding (left) side
 */
public record PageSetup(boolean landscape, double top, double bottom, double left, double right, double gutter) {

    /** Statistical report page: A4 landscape, 20/15/15/15 mm and 5 mm for binding. */
    public static final PageSetup REPORT_LANDSCAPE = new PageSetup(true, 20, 15, 15, 15, 5);
    /** The same margins on upright paper. */
    public static final PageSetup REPORT_PORTRAIT = new PageSetup(false, 20, 15, 15, 15, 5);
    /** Printed form: A4 portrait with room for filing holes. */
    public static final PageSetup FORM_PORTRAIT = new PageSetup(false, 18, 16, 18, 15, 2);
    /** Wide roster: A4 landscape with narrow margins. */
    public static final PageSetup LIST_LANDSCAPE = new PageSetup(true, 15, 14, 12, 12, 3);

    /** Paper width in millimetres. */
    public double paperWidth() {
        return landscape ? 297 : 210;
    }

    /** Paper height in millimetres. */
    public double paperHeight() {
        return landscape ? 210 : 297;
    }

    /** Width between the margins in millimetres. */
    public double printableWidth() {
        return paperWidth() - left - right - gutter;
    }
}
