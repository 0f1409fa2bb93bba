package org.shegong.reports.ledger.parse;

import java.util.List;
import org.shegong.reports.ledger.recognise.SheetMapping;

/**
 * The records under one kind of header in a sheet.
 *
 * @param mapping how they are read; where a sheet repeats its header, the first one
 * @param rows    the records, in order
 */
public record Section(SheetMapping mapping, List<ParsedRow> rows) {
}
