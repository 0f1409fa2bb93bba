package org.shegong.reports.document;

import java.util.Objects;

/**
 * One value of the machine-readable worksheet, which has no merged cells and no titles.
 *
 * @param rowCode    row code, for example {@code C05}
 * @param columnCode column code, for example {@code month}
 * @param value      the value; not applicable and unfilled are written as empty cells
 * @param unit       unit of the value
 * @param version    version of the report, for example {@code v1}
 */
public record MachineRow(String rowCode, String columnCode, Cell value, String unit, String version) {
    public MachineRow {
        Objects.requireNonNull(rowCode, "rowCode");
        Objects.requireNonNull(columnCode, "columnCode");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(version, "version");
    }
}
