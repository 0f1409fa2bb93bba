package org.shegong.reports.ledger;

import java.util.List;
import java.util.Optional;
import org.shegong.reports.ledger.parse.ParsedRow;
import org.shegong.reports.ledger.recognise.LedgerKind;
import org.shegong.reports.ledger.recognise.SheetMapping;

/**
 * What became of a sheet, or of the part of it under one kind of header.
 *
 * @param sheet     its name
 * @param mapping   how it was read; null for a sheet that is no ledger
 * @param rows      its records
 * @param accepted  rows that made records
 * @param unchanged rows that the station has already
 * @param updated   rows that change what the station has
 * @param refused   rows not taken, in order; one entry per row
 * @param remarks   what a person should look at, in order; such rows are taken
 */
public record SheetReport(String sheet, SheetMapping mapping, int rows, int accepted, int unchanged, int updated,
                          List<RowRemark> refused, List<RowRemark> remarks) {

    /**
     * What is said about a row.
     *
     * @param row     row number a person sees
     * @param column  heading of the column; empty when the sheet has no such column
     * @param code    stable code
     * @param message for people; names nobody in full
     * @param value   what stands in the cell, masked as on screen
     * @param source  the row as read
     */
    public record RowRemark(int row, String column, String code, String message, String value, ParsedRow source) {
    }

    /** A sheet that is no ledger. */
    static SheetReport unknown(String sheet) {
        return new SheetReport(sheet, null, 0, 0, 0, 0, List.of(), List.of());
    }

    /** What its rows are; empty for a sheet that is no ledger. */
    public Optional<LedgerKind> kind() {
        return Optional.ofNullable(mapping).map(SheetMapping::kind);
    }
}
