package org.shegong.reports.ledger.recognise;

import java.util.List;
import java.util.Map;

/**
 * How a sheet, or a part of it under one header, is to be read. A person may change it before importing.
 *
 * @param kind     what its rows are
 * @param firstRow first row of the header, as a person counts
 * @param lastRow  last row of the header; the records follow
 * @param columns  column (from 0) by field key; columns that mean nothing to the kind are absent
 * @param headings what each column is called, from the first column on; may hold empty texts
 */
public record SheetMapping(LedgerKind kind, int firstRow, int lastRow, Map<String, Integer> columns,
                           List<String> headings) {

    public SheetMapping {
        columns = Map.copyOf(columns);
        headings = List.copyOf(headings);
    }

    /** The heading of a field's column; empty when the sheet has no such column. */
    public String heading(String field) {
        Integer column = columns.get(field);
        return column == null || column >= headings.size() ? "" : headings.get(column);
    }
}
