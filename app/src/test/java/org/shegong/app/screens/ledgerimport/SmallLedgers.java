package org.shegong.app.screens.ledgerimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Small ledgers of invented people: a roster with one wrong identity number, and visits to them. */
public final class SmallLedgers {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private SmallLedgers() {
    }

    /** An identity number of the sample area with its right check digit. */
    public static String id(String birth, int serial) {
        String seventeen = "450299" + birth + String.format("%03d", serial);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
        }
        return seventeen + CHECKS.charAt(sum % 11);
    }

    /** The same number with another check digit. */
    public static String wrong(String id) {
        char last = id.charAt(17) == '1' ? '2' : '1';
        return id.substring(0, 17) + last;
    }

    /** Three clients, the last with a wrong number; four visits, one of them to that client. */
    public static Path write(Path file) throws IOException {
        try (Workbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            fill(workbook.createSheet("服务对象花名册"), new String[][] {
                {"姓名", "身份证号", "所在村", "对象类别", "建档日期"},
                {"覃玉兰", id("19450302", 102), "白沙村", "独居老年人", "2026-08-03"},
                {"韦建国", id("19500711", 111), "白沙村", "独居老年人", "2026-08-04"},
                {"梁秀英", wrong(id("19480919", 124)), "大埠村", "独居老年人", "2026-08-05"}});
            fill(workbook.createSheet("走访台账"), new String[][] {
                {"走访日期", "走访对象", "所在村", "走访结果", "时长（分钟）", "随手记"},
                {"2026-10-08", "覃玉兰", "白沙村", "见到本人", "30", "甲"},
                {"2026-10-09", "韦建国", "白沙村", "未遇", "10", "乙"},
                {"2026-10-12", "覃玉兰", "白沙村", "见到本人", "40", "丙"},
                {"2026-10-13", "梁秀英", "大埠村", "见到本人", "30", "丁"}});
            workbook.write(out);
        }
        return file;
    }

    private static void fill(Sheet sheet, String[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            Row row = sheet.createRow(i);
            for (int k = 0; k < rows[i].length; k++) {
                row.createCell(k).setCellValue(rows[i][k]);
            }
        }
    }

    /** Replaces a text in every cell of a workbook that is exactly it; tells how often. */
    public static int replace(Path file, String from, String to) throws IOException {
        int replaced = 0;
        try (InputStream in = Files.newInputStream(file); Workbook workbook = WorkbookFactory.create(in)) {
            DataFormatter text = new DataFormatter();
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (text.formatCellValue(cell).equals(from)) {
                            cell.setCellValue(to);
                            replaced++;
                        }
                    }
                }
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
        return replaced;
    }
}
