package org.shegong.reports.render;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes each cell style of one workbook once. */
final class ExcelStyles {
    private static final byte[] HEAD_GREY = {(byte) 0xEC, (byte) 0xEE, (byte) 0xF0};
    private static final byte[] BAND_GREY = {(byte) 0xF5, (byte) 0xF6, (byte) 0xF7};
    private static final byte[] MISSING_YELLOW = {(byte) 0xFF, (byte) 0xF2, (byte) 0xC2};

    private final XSSFWorkbook workbook;
    private final Map<ExcelLook, XSSFCellStyle> styles = new HashMap<>();
    private final Map<String, XSSFFont> fonts = new HashMap<>();

    ExcelStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        XSSFFont standard = workbook.getFontAt(0);
        standard.setFontName(RenderTexts.text("workbook.font.body"));
        standard.setFontHeightInPoints((short) 11);
    }

    CellStyle style(ExcelLook look) {
        return styles.computeIfAbsent(look, this::make);
    }

    private XSSFCellStyle make(ExcelLook look) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font(look));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setAlignment(switch (look.side()) {
            case LEFT -> HorizontalAlignment.LEFT;
            case CENTRE -> HorizontalAlignment.CENTER;
            case RIGHT -> HorizontalAlignment.RIGHT;
        });
        style.setWrapText(look.fit() == ExcelLook.Fit.WRAP);
        style.setShrinkToFit(look.fit() == ExcelLook.Fit.SHRINK);
        style.setIndention((short) look.indent());
        style.setQuotePrefixed(look.literal());
        style.setLocked(!look.open());
        if (!look.format().isEmpty()) {
            style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        }
        fill(style, look.tint());
        frame(style, look.frame());
        return style;
    }

    private XSSFFont font(ExcelLook look) {
        return fonts.computeIfAbsent(look.font() + "/" + look.points(), key -> {
            XSSFFont font = workbook.createFont();
            font.setFontName(RenderTexts.text(switch (look.font()) {
                case BODY, BOLD -> "workbook.font.body";
                case HEAD -> "workbook.font.head";
                case TITLE -> "workbook.font.title";
            }));
            font.setBold(look.font() != ExcelLook.Font.BODY);
            font.setFontHeight(look.points());
            return font;
        });
    }

    private static void fill(XSSFCellStyle style, ExcelLook.Tint tint) {
        byte[] colour = switch (tint) {
            case NONE -> null;
            case HEAD -> HEAD_GREY;
            case BAND -> BAND_GREY;
            case MISSING -> MISSING_YELLOW;
        };
        if (colour != null) {
            style.setFillForegroundColor(new XSSFColor(colour, null));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
    }

    private static void frame(XSSFCellStyle style, ExcelLook.Frame frame) {
        if (frame == ExcelLook.Frame.ALL) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        if (frame != ExcelLook.Frame.NONE) {
            style.setBorderBottom(BorderStyle.THIN);
        }
    }
}
