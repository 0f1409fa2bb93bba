package org.shegong.reports.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.codes.CodeBook;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.forms.PrintTemplate;
import org.shegong.db.journal.Actor;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.StationFile;
import org.shegong.reports.ledger.write.LedgerExport;
import org.shegong.reports.privacy.Cleaning;
import org.shegong.reports.privacy.PersonalScan;
import org.shegong.reports.render.ExcelRenderer;
import org.shegong.reports.render.PdfRenderer;
import org.shegong.reports.render.RenderProgress;

/** Nothing that leaves in an edition for others says plainly who somebody is; what stays inside says who printed it. */
class ExternalEditionTest {
    private static final List<String> SECRETS = List.of("覃玉兰", "莫小宝", "450299194803120028", "450299201306050022",
        "13812345678", "13987654321", "3组12号", "1948-03-12", "2013-06-05", "韦国强");
    @TempDir
    Path folder;
    private final PdfRenderer pdf = new PdfRenderer();
    private Station station;
    private String minor;

    @BeforeEach
    void openStation() {
        station = new Station(StationFile.create(folder.resolve("station"), new byte[32]), FormCatalogue.bundled(),
            CodeBook.bundled(), Clock.fixed(Instant.parse("2026-11-20T08:00:00Z"), ZoneId.of("Asia/Shanghai")),
            new Actor("a1", "王社工", "d1"));
        add("station", "name", "样例镇社会工作服务站");
        String village = add("village", "name", "白沙村");
        String worker = add("worker", "name", "王秀英");
        String household = add("household", "no", "H1", "head_name", "覃玉兰", "address", "白沙村3组12号", "phone",
            "13812345678", "village_id", village);
        String adult = add("client", "name", "覃玉兰", "id_type", "01", "id_no", "450299194803120028", "birth",
            LocalDate.of(1948, 3, 12), "phone", "13812345678", "address", "白沙村3组12号", "village_id", village,
            "household_id", household, "primary_cat", "C302");
        minor = add("client", "name", "莫小宝", "id_type", "01", "id_no", "450299201306050022", "birth",
            LocalDate.of(2013, 6, 5), "village_id", village, "guardian_name", "韦国强", "guardian_phone",
            "13987654321", "primary_cat", "C204", "note", "父亲电话13987654321");
        add("consent", "client_id", minor, "signer", "韦国强", "from_date", LocalDate.of(2026, 1, 5));
        String file = add("case_file", "client_id", minor, "open_date", LocalDate.of(2026, 1, 5), "worker_id", worker,
            "related_note", "奶奶覃玉兰");
        add("case_session", "case_id", file, "date", LocalDate.of(2026, 2, 5), "content", "莫小宝与覃玉兰同住",
            "persons", List.of(minor, adult), "place", "覃玉兰家");
        add("visit", "clients", List.of(adult, minor), "date", LocalDate.of(2026, 3, 5), "worker_id", worker,
            "village_id", village, "result", "1", "services_note", "覃玉兰 13812345678");
        add("consultation", "date", LocalDate.of(2026, 3, 6), "name", "韦国强", "phone", "13987654321", "content",
            "莫小宝低保");
        String group = add("group_work", "name", "阳光小组", "first_date", LocalDate.of(2026, 4, 1), "background",
            "组员莫小宝由韦国强接送");
        add("group_member", "group_id", group, "client_id", minor);
        add("activity", "date", LocalDate.of(2026, 5, 1), "name", "端午活动", "clients", List.of(adult, minor),
            "background", "覃玉兰（电话13812345678）提出", "execution", "莫小宝获奖", "issues", "联系韦国强13987654321");
    }

    @AfterEach
    void closeStation() {
        station.close();
    }

    private String add(String form, Object... keysAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        String id = station.newId();
        station.saving().importAll("test", "测试", List.of(RecordDraft.imported(form, id, null, values)));
        return id;
    }

    private Cleaning cleaning() {
        return Cleaning.with(PersonalScan.of(station), Set.of());
    }

    private String text(PdfRenderer.Rendered rendered) throws IOException {
        try (PDDocument document = Loader.loadPDF(rendered.bytes())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    @Test
    void everyPrintedFormOfEveryRecordHidesWhoSomebodyIs() throws IOException {
        int printed = 0;
        for (Form form : station.forms().all()) {
            PrintedForms forms = new PrintedForms(station, cleaning());
            for (String id : form.hidden() ? List.<String>of() : station.records().ids(ListQuery.all(form.key()))) {
                for (PrintTemplate template : forms.templates(form.key())) {
                    String text = text(pdf.render(forms.filled(form.key(), id, template, Edition.EXTERNAL)));
                    assertThat(text).as(form.key() + " " + template.key()).doesNotContain(SECRETS)
                        .contains("对外版");
                    printed++;
                }
            }
        }
        assertThat(printed).isGreaterThan(10);
    }

    @Test
    void showsAChildByFileNumberAndTheStaffByName() throws IOException {
        PrintedForms forms = new PrintedForms(station, cleaning());
        String id = station.records().ids(ListQuery.all("case_file")).get(0);
        String text = text(pdf.render(forms.filled("case_file", id, forms.templates("case_file").get(0),
            Edition.EXTERNAL)));
        assertThat(text).contains(station.records().find("client", minor).orElseThrow().text("client_no") + "某",
            "王秀英");
    }

    @Test
    void theEditionForTheStationIsPlainAndSaysOnEveryPageWhoPrintedItAndWhen() throws IOException {
        PrintedForms forms = new PrintedForms(station);
        PdfRenderer.Rendered rendered = pdf.render(forms.filled("client", minor, forms.templates("client").get(0),
            Edition.INTERNAL));
        try (PDDocument document = Loader.loadPDF(rendered.bytes())) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document).replaceAll("\\s", "")).as("page " + page)
                    .contains("内部资料注意保密", "王社工2026-11-2016:00");
            }
        }
        assertThat(text(rendered)).contains("莫小宝", "450299201306050022");
    }

    @Test
    void everyListHidesTheSameInExcelAndNamesItsEditionInTheHeader() throws IOException {
        for (Form form : station.forms().all()) {
            if (!form.hidden()) {
                List<String> all = form.fields().stream().map(field -> field.key()).toList();
                Path file = folder.resolve(form.key() + ".xlsx");
                new ExcelRenderer().write(new Roster(station, cleaning()).listing(ListQuery.all(form.key()), all,
                    Edition.EXTERNAL), file, RenderProgress.NONE);
                try (XSSFWorkbook book = new XSSFWorkbook(file.toFile());
                     XSSFExcelExtractor extractor = new XSSFExcelExtractor(book)) {
                    assertThat(extractor.getText()).as(form.key()).doesNotContain(SECRETS);
                    assertThat(book.getSheetAt(0).getHeader().getCenter()).contains("对外版");
                } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
                    throw new IOException(e);
                }
            }
        }
    }

    @Test
    void maskedLedgersHideTheSame() throws IOException {
        for (Path file : new LedgerExport(station, cleaning()).writeAll(folder, false, RenderProgress.NONE)) {
            try (XSSFWorkbook book = new XSSFWorkbook(file.toFile());
                 XSSFExcelExtractor extractor = new XSSFExcelExtractor(book)) {
                assertThat(extractor.getText()).as(file.getFileName().toString()).doesNotContain(SECRETS);
            } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
                throw new IOException(e);
            }
        }
    }

    @Test
    void theWorkbookForTheStationNamesWhoMadeItInTheHeader() throws Exception {
        Path file = folder.resolve("plain.xlsx");
        new ExcelRenderer().write(new Roster(station).listing(ListQuery.all("client"), List.of("name"),
            Edition.INTERNAL), file, RenderProgress.NONE);
        try (XSSFWorkbook book = new XSSFWorkbook(file.toFile())) {
            assertThat(book.getSheetAt(0).getHeader().getCenter()).isEqualTo("内部资料 注意保密");
            assertThat(book.getSheetAt(0).getHeader().getRight()).contains("王社工 2026-11-20 16:00");
        }
    }
}
