package org.shegong.reports.ledger.read;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.shegong.reports.ledger.read.Grid.Span;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Takes the cells out of one sheet's XML. POI's own handler gives formatted text only; here the digits that
 * the file stores are kept, because an identity number in a number cell must be told from a rounded one.
 */
final class XlsxSheetHandler extends DefaultHandler {

    private final GridBuilder grid;
    private final SharedStrings strings;
    private final StylesTable styles;
    private final boolean date1904;
    private final StringBuilder text = new StringBuilder();

    private int row;
    private boolean rowHidden;
    private int column;
    private String type;
    private String style;
    private boolean inCell;
    private boolean collecting;
    private boolean phonetic;

    XlsxSheetHandler(GridBuilder grid, SharedStrings strings, StylesTable styles, boolean date1904) {
        this.grid = grid;
        this.strings = strings;
        this.styles = styles;
        this.date1904 = date1904;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) {
        switch (local) {
            case "row" -> startRow(attributes);
            case "c" -> startCell(attributes);
            case "rPh" -> phonetic = true;
            case "v", "t" -> collecting = inCell && !phonetic;
            case "mergeCell" -> merge(attributes.getValue("ref"));
            default -> { }
        }
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
        switch (local) {
            case "c" -> endCell();
            case "rPh" -> phonetic = false;
            case "v", "t" -> collecting = false;
            default -> { }
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (collecting) {
            text.append(chars, start, length);
        }
    }

    private void startRow(Attributes attributes) {
        String number = attributes.getValue("r");
        row = number == null ? row + 1 : Integer.parseInt(number);
        String hidden = attributes.getValue("hidden");
        rowHidden = "1".equals(hidden) || "true".equals(hidden);
        column = -1;
    }

    private void startCell(Attributes attributes) {
        String reference = attributes.getValue("r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        type = attributes.getValue("t");
        style = attributes.getValue("s");
        inCell = true;
        text.setLength(0);
    }

    private void endCell() {
        inCell = false;
        if (text.length() > 0) {
            grid.add(row, rowHidden, column, cell(text.toString()));
        }
    }

    private Cell cell(String value) {
        if (type == null || "n".equals(type)) {
            return number(value);
        }
        return switch (type) {
            case "s" -> Cell.text(strings.getItemAt(Integer.parseInt(value.trim())).getString());
            case "b" -> new Cell(Cell.Kind.BOOL, "1".equals(value.trim()) ? "TRUE" : "FALSE", null, null, true);
            case "e" -> new Cell(Cell.Kind.ERROR, value, null, null, true);
            case "d" -> isoDate(value.trim());
            default -> Cell.text(value);
        };
    }

    private Cell number(String value) {
        if (isDateStyle()) {
            BigDecimal number = new BigDecimal(value.trim());
            LocalDateTime moment = DateUtil.getLocalDateTime(number.doubleValue(), date1904, true);
            if (moment != null) {
                return Cell.date(moment, number);
            }
        }
        return date1904 ? Cell.number(value, DateUtil.getLocalDateTime(Double.parseDouble(value), true, true)) : Cell.number(value);
    }

    private boolean isDateStyle() {
        if (style == null || styles == null) {
            return false;
        }
        XSSFCellStyle found = styles.getStyleAt(Integer.parseInt(style));
        return found != null && DateUtil.isADateFormat(found.getDataFormat(), found.getDataFormatString());
    }

    private static Cell isoDate(String value) {
        try {
            LocalDateTime moment = value.length() == 10 ? LocalDateTime.parse(value + "T00:00:00")
                    : LocalDateTime.parse(value.replace("Z", ""));
            return Cell.date(moment, BigDecimal.valueOf(DateUtil.getExcelDate(moment)));
        } catch (DateTimeParseException e) {
            return Cell.text(value);
        }
    }

    private void merge(String reference) {
        CellRangeAddress range = CellRangeAddress.valueOf(reference);
        grid.merge(new Span(range.getFirstRow() + 1, range.getLastRow() + 1,
                range.getFirstColumn(), range.getLastColumn()));
    }
}
