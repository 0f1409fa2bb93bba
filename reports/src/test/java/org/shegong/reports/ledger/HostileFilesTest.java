package org.shegong.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.reports.ledger.read.LedgerReader;
import org.shegong.reports.ledger.read.Limits;
import org.shegong.reports.ledger.read.ReadOutcome;
import org.shegong.reports.ledger.read.ReadOutcome.Reason;
import org.shegong.reports.ledger.read.ReadOutcome.Unreadable;

class HostileFilesTest {

    @TempDir
    private Path folder;

    private static Reason reason(Path file) {
        ReadOutcome outcome = new LedgerReader().read(file);
        assertThat(outcome).isInstanceOf(Unreadable.class);
        return ((Unreadable) outcome).reason();
    }

    private Path good() throws Exception {
        return Books.at(folder.resolve("good.xlsx")).sheet("a").row("日期", "资源类型").row("2026-1-5", "资金").write();
    }

    @Test
    void refusesNothingMissingFoldersAndOtherDocuments() throws Exception {
        assertThat(reason(Files.createFile(folder.resolve("empty.xlsx")))).isEqualTo(Reason.EMPTY);
        assertThat(reason(folder.resolve("none.xlsx"))).isEqualTo(Reason.MISSING);
        assertThat(reason(folder)).isEqualTo(Reason.NOT_A_WORKBOOK);
        assertThat(reason(Files.writeString(folder.resolve("page.xls"), "<html><body>表</body></html>")))
                .isEqualTo(Reason.NOT_A_WORKBOOK);
        assertThat(reason(Files.write(folder.resolve("bytes.xlsx"), new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})))
                .isEqualTo(Reason.NOT_A_WORKBOOK);
        assertThat(reason(Files.writeString(folder.resolve("paper.xlsx"), "%PDF-1.7 paper"))).isEqualTo(Reason.NOT_A_WORKBOOK);
        assertThat(reason(zip("other.xlsx", "hello.txt", 10))).isEqualTo(Reason.NOT_A_WORKBOOK);
    }

    @Test
    void refusesTruncatedWorkbooks() throws Exception {
        byte[] whole = Files.readAllBytes(good());
        for (int part : new int[] {1, 2, 3}) {
            Path file = Files.write(folder.resolve("cut" + part + ".xlsx"), Arrays.copyOf(whole, whole.length * part / 4));
            assertThat(reason(file)).isEqualTo(Reason.DAMAGED);
        }
        Path old = Books.at(folder.resolve("old.xls")).sheet("a").row("日期").write();
        byte[] oldBytes = Files.readAllBytes(old);
        assertThat(reason(Files.write(folder.resolve("cut.xls"), Arrays.copyOf(oldBytes, oldBytes.length / 3))))
                .isEqualTo(Reason.DAMAGED);
    }

    @Test
    void refusesTwoHundredMegabytesOfNothing() throws Exception {
        Path file = folder.resolve("nothing.xlsx");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(200L << 20);
        }
        assertThat(reason(file)).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void refusesWhatUnpacksToManyTimesItsSize() throws Exception {
        assertThat(reason(zip("bomb.xlsx", "xl/worksheets/sheet1.xml", 40 << 20))).isEqualTo(Reason.HOSTILE);
    }

    /** A package that claims to be a workbook, with one part of so many blanks. */
    private Path zip(String name, String part, int size) throws Exception {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            if (part.startsWith("xl/")) {
                zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
                zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry(part));
            byte[] blanks = new byte[1 << 16];
            Arrays.fill(blanks, (byte) ' ');
            for (int done = 0; done < size; done += blanks.length) {
                zip.write(blanks, 0, Math.min(blanks.length, size - done));
            }
        }
        return file;
    }

    @Test
    void refusesPasswordsOfBothFormats() throws Exception {
        Path file = folder.resolve("secret.xlsx");
        EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
        Encryptor encryptor = info.getEncryptor();
        encryptor.confirmPassword("geheim");
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            try (OutputStream out = encryptor.getDataStream(files)) {
                out.write(Files.readAllBytes(good()));
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                files.writeFilesystem(out);
            }
        }
        assertThat(reason(file)).isEqualTo(Reason.ENCRYPTED);
        Path old = folder.resolve("secret.xls");
        Biff8EncryptionKey.setCurrentUserPassword("geheim");
        try (HSSFWorkbook workbook = new HSSFWorkbook(); OutputStream out = Files.newOutputStream(old)) {
            workbook.createSheet("a").createRow(0).createCell(0).setCellValue("x");
            workbook.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThat(reason(old)).isEqualTo(Reason.ENCRYPTED);
    }

    @Test
    void refusesMacros() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("a");
            workbook.setVBAProject(new java.io.ByteArrayInputStream(new byte[] {1, 2, 3}));
            workbook.write(bytes);
        }
        assertThat(reason(Files.write(folder.resolve("macro.xlsm"), bytes.toByteArray()))).isEqualTo(Reason.MACROS);
        assertThat(reason(Files.write(folder.resolve("renamed.xlsx"), bytes.toByteArray()))).isEqualTo(Reason.MACROS);
    }

    @Test
    void neverFollowsExternalEntities() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "top secret");
        Path file = folder.resolve("entity.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
             java.util.zip.ZipFile whole = new java.util.zip.ZipFile(good().toFile())) {
            for (ZipEntry entry : java.util.Collections.list(whole.entries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = whole.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith("sheet1.xml")) {
                    content = ("<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                            + new String(content, StandardCharsets.UTF_8).replaceFirst("<\\?xml[^>]*>", "")
                            .replaceFirst("<sheetData>", "<sheetData><row r=\"9\"><c r=\"A9\" t=\"inlineStr\">"
                            + "<is><t>&e;</t></is></c></row>"))
                            .getBytes(StandardCharsets.UTF_8);
                }
                zip.write(content);
            }
        }
        ReadOutcome outcome = new LedgerReader().read(file);
        assertThat(outcome.toString()).doesNotContain("top secret");
    }

    @Test
    void refusesMoreRowsThanTheLimit() throws Exception {
        Books book = Books.at(folder.resolve("long.xlsx")).sheet("a");
        for (int i = 0; i < 30; i++) {
            book.row("x" + i);
        }
        ReadOutcome outcome = new LedgerReader(new Limits(1 << 20, 1 << 24, 100, 150, 20, 10)).read(book.write());
        assertThat(outcome).isEqualTo(new Unreadable(Reason.TOO_MANY_CELLS));
    }

    @Test
    void refusesATextLongerThanAnyCellCanHold() throws Exception {
        Path file = Files.writeString(folder.resolve("long.csv"), "日期,类型\n2026-1-5," + "长".repeat(33_000) + "\n");
        assertThat(reason(file)).isEqualTo(Reason.HOSTILE);
    }

    /** A text longer than Excel allows, shared by thousands of cells, needs gigabytes when it is read cell by cell. */
    @Test
    void refusesALargeTextThatManyCellsShare() throws Exception {
        Path file = folder.resolve("shared.xlsx");
        rewritten(good(), file, "sharedStrings.xml", xml -> xml.replaceFirst("<t>", "<t>" + "A".repeat(40_000)));
        assertThat(reason(file)).isEqualTo(Reason.HOSTILE);
    }

    @Test
    void refusesANumberThatWouldFillTheMemoryWhenWrittenOut() throws Exception {
        Path number = Books.at(folder.resolve("number.xlsx")).sheet("a").row("日期", "金额").row("2026-1-5", 12).write();
        Path file = folder.resolve("huge.xlsx");
        rewritten(number, file, "sheet1.xml", xml -> xml.replace("<v>12.0</v>", "<v>1e999999999</v>"));
        assertThat(reason(file)).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void refusesAnAmountNobodyHasButTakesTheOtherRows() throws Exception {
        Path file = Books.at(folder.resolve("amounts.xlsx")).sheet("资源链接台账").row("日期", "资源类型", "金额（元）")
                .row("2026-1-5", "资金", 1e30).row("2026-1-6", "资金", 500).write();
        try (var station = LedgerStation.create(folder.resolve("station"))) {
            ImportSummary summary = LedgerStation.run(station, file);
            assertThat(summary.accepted()).containsEntry("resource_links", 1);
            assertThat(summary.exitCode()).isEqualTo(1);
        }
    }

    /** A long paragraph is no heading: looking for hints in one must not take minutes. */
    @Test
    void answersQuicklyWhenTheFirstCellsHoldLongTexts() throws Exception {
        String text = "说明日期时间人数姓名".repeat(3_000);
        Path file = Books.at(folder.resolve("paragraphs.xlsx")).sheet("说明").row(text, text, text).row(text, text, text).write();
        try (var station = LedgerStation.create(folder.resolve("station"))) {
            ImportSummary summary = LedgerStation.run(station, file);
            assertThat(summary.accepted().values()).allMatch(count -> count == 0);
        }
    }

    private static void rewritten(Path from, Path to, String part, java.util.function.UnaryOperator<String> change)
            throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to));
             java.util.zip.ZipFile whole = new java.util.zip.ZipFile(from.toFile())) {
            for (ZipEntry entry : java.util.Collections.list(whole.entries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = whole.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith(part)) {
                    String changed = change.apply(new String(content, StandardCharsets.UTF_8));
                    content = changed.getBytes(StandardCharsets.UTF_8);
                }
                zip.write(content);
            }
        }
    }

    @Test
    void oneUnreadableFileDoesNotStopTheOthers() throws Exception {
        Path damaged = Files.write(folder.resolve("坏.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
        try (var station = LedgerStation.create(folder.resolve("station"))) {
            ImportSummary summary = LedgerStation.run(station, damaged, good());
            assertThat(summary.accepted()).containsEntry("resource_links", 1);
            assertThat(summary.exitCode()).isEqualTo(1);
            assertThat(summary.files().get(0).unreadable()).isPresent();
            assertThat(LedgerStation.run(station, damaged).exitCode()).isEqualTo(3);
        }
    }
}
