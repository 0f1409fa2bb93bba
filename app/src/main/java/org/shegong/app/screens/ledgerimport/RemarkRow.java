package org.shegong.app.screens.ledgerimport;

import java.util.ArrayList;
import java.util.List;
import org.shegong.reports.ledger.FileReport;
import org.shegong.reports.ledger.ImportSummary;
import org.shegong.reports.ledger.SheetReport;

/**
 * A row of a ledger about which something is said.
 *
 * @param file name of the file
 * @param sheet name of the sheet
 * @param remark row, column, reason and masked value
 */
record RemarkRow(String file, String sheet, SheetReport.RowRemark remark) {

    /** All refused rows of some sheets in order. */
    static List<RemarkRow> refused(List<SheetRow> sheets) {
        List<RemarkRow> all = new ArrayList<>();
        sheets.forEach(sheet -> sheet.report().refused().forEach(one ->
            all.add(new RemarkRow(sheet.file(), sheet.report().sheet(), one))));
        return all;
    }

    /** All remarks about rows that are taken, in order. */
    static List<RemarkRow> remarks(List<SheetRow> sheets) {
        List<RemarkRow> all = new ArrayList<>();
        sheets.forEach(sheet -> sheet.report().remarks().forEach(one ->
            all.add(new RemarkRow(sheet.file(), sheet.report().sheet(), one))));
        return all;
    }

    /** A sheet, or a part of one, with what would become of its rows. */
    record SheetRow(String file, SheetReport report) {

        static List<SheetRow> of(ImportSummary summary) {
            List<SheetRow> all = new ArrayList<>();
            for (FileReport file : summary.files()) {
                file.sheets().stream().filter(sheet -> sheet.mapping() != null)
                    .forEach(sheet -> all.add(new SheetRow(file.name(), sheet)));
            }
            return all;
        }
    }
}
