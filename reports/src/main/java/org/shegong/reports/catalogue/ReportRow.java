package org.shegong.reports.catalogue;

/** One line of the monthly report's row list. */
public sealed interface ReportRow {
    /** Unit as printed, such as 人 or 小时. */
    String unit();

    /** Steps by which the label is indented. */
    int indent();

    /**
     * A figure.
     *
     * @param code    row code
     * @param label   name of the figure
     * @param unit    unit as printed
     * @param indent  steps of indentation
     * @param explain whether a strong change against the month before needs a reason
     * @param note    standing remark, may be empty
     */
    record FigureRow(String code, String label, String unit, int indent, boolean explain, String note)
            implements ReportRow {
    }

    /**
     * The parts of a figure, one line each under a heading.
     *
     * @param code      row code of the figure
     * @param dimension name of the split
     * @param heading   heading of the parts
     * @param codes     code list that names the parts
     * @param unit      unit as printed
     * @param indent    steps of indentation
     */
    record SplitRow(String code, String dimension, String heading, String codes, String unit, int indent)
            implements ReportRow {
    }
}
