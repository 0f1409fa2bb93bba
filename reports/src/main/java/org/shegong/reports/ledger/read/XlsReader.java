package org.shegong.reports.ledger.read;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.shegong.reports.ledger.read.Grid.Span;
import org.shegong.reports.ledger.read.ReadOutcome.Reason;

/** Reads the older .xls, whose own format keeps a sheet under 65,536 rows. */
final class XlsReader {

    private static final List<String> BOOKS = List.of("Workbook", "WORKBOOK", "Book", "BOOK");

    private final Limits limits;

    XlsReader(Limits limits) {
        this.limits = limits;
    }

    List<Grid> read(Path file) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new UnreadableException(Reason.ENCRYPTED);
            }
            if (BOOKS.stream().noneMatch(root::hasEntry)) {
                throw new UnreadableException(Reason.NOT_A_WORKBOOK);
            }
            if (root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR") || root.hasEntryCaseInsensitive("Macros")) {
                throw new UnreadableException(Reason.MACROS);
            }
            try (HSSFWorkbook book = new HSSFWorkbook(root, false)) {
                return grids(book);
            }
        }
    }

    private List<Grid> grids(HSSFWorkbook book) {
        List<Grid> grids = new ArrayList<>();
        boolean date1904 = book.getInternalWorkbook().isUsing1904DateWindowing();
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            Sheet sheet = book.getSheetAt(i);
            GridBuilder grid = new GridBuilder(sheet.getSheetName(), book.isSheetHidden(i) || book.isSheetVeryHidden(i),
                    limits);
            for (Row row : sheet) {
                for (org.apache.poi.ss.usermodel.Cell cell : row) {
                    grid.add(row.getRowNum() + 1, row.getZeroHeight(), cell.getColumnIndex(), cell(cell, date1904));
                }
            }
            for (CellRangeAddress range : sheet.getMergedRegions()) {
                grid.merge(new Span(range.getFirstRow() + 1, range.getLastRow() + 1,
                        range.getFirstColumn(), range.getLastColumn()));
            }
            grids.add(grid.build());
        }
        return grids;
    }

    private static Cell cell(org.apache.poi.ss.usermodel.Cell cell, boolean date1904) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> Cell.text(cell.getRichStringCellValue().getString());
            case NUMERIC -> number(cell, date1904);
            case BOOLEAN -> new Cell(Cell.Kind.BOOL, cell.getBooleanCellValue() ? "TRUE" : "FALSE", null, null, true);
            case ERROR -> new Cell(Cell.Kind.ERROR, "#ERROR", null, null, true);
            default -> Cell.BLANK;
        };
    }

    private static Cell number(org.apache.poi.ss.usermodel.Cell cell, boolean date1904) {
        double value = cell.getNumericCellValue();
        if (DateUtil.isADateFormat(cell.getCellStyle().getDataFormat(), cell.getCellStyle().getDataFormatString())) {
            LocalDateTime moment = DateUtil.getLocalDateTime(value, date1904, true);
            if (moment != null) {
                return Cell.date(moment, BigDecimal.valueOf(value));
            }
        }
        return date1904 ? Cell.number(Double.toString(value), DateUtil.getLocalDateTime(value, true, true))
                : Cell.number(Double.toString(value));
    }
}
