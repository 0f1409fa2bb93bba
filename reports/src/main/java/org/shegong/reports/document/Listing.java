package org.shegong.reports.document;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * A list too long to hold in memory: its rows are taken one after the other while the file is written.
 *
 * @param name       worksheet name
 * @param titleLines title above the head, may be empty
 * @param page       paper and margins
 * @param columns    at least one
 * @param frozen     columns that stay in place when scrolled sideways
 * @param marking    page header; a workbook shows no watermark
 * @param expected   rows expected, for progress only; −1 when unknown
 * @param rows       taken once, on the thread that writes; what it throws stops the writing and leaves no file
 */
public record Listing(String name, List<String> titleLines, PageSetup page, List<Column> columns, int frozen,
                      Marking marking, long expected, Iterator<Row> rows) {
    public Listing {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(marking, "marking");
        Objects.requireNonNull(rows, "rows");
        titleLines = List.copyOf(titleLines);
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a listing has at least one column");
        }
    }
}
