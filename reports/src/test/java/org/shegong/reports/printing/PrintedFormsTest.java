package org.shegong.reports.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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
import org.shegong.reports.render.ExcelRenderer;
import org.shegong.reports.render.PdfRenderer;
import org.shegong.reports.render.RenderProgress;

class PrintedFormsTest {
    @TempDir
    Path folder;
    private final PdfRenderer pdf = new PdfRenderer();
    private Station station;

    @BeforeEach
    void openStation() {
        station = new Station(StationFile.create(folder.resolve("station"), new byte[32]), FormCatalogue.bundled(),
            CodeBook.bundled(), Clock.fixed(Instant.parse("2026-11-20T08:00:00Z"), ZoneId.of("Asia/Shanghai")),
            new Actor("a1", "王社工", "d1"));
        add("station", "name", "样例镇社会工作服务站");
    }

    @AfterEach
    void closeStation() {
        station.close();
    }

    @Test
    void printsAClientWithRareCharactersAndTickedBoxes() throws IOException {
        String text = text(forms().filled("client", client(), template("client", "record"), Edition.INTERNAL));
        assertThat(text).contains("覃𬱖", "450299194803120028", "✓", "样例镇社会工作服务站", "王社工");
    }

    @Test
    void masksEverythingPersonalInTheEditionForOthers() throws IOException {
        String text = text(forms().filled("client", client(), template("client", "record"), Edition.EXTERNAL));
        assertThat(text).doesNotContain("450299194803120028").doesNotContain("覃𬱖").contains("450299********0028");
    }

    @Test
    void everyFormPrintsBlank() {
        for (Form form : station.forms().all()) {
            if (!form.hidden()) {
                for (PrintTemplate template : forms().templates(form.key())) {
                    PdfRenderer.Rendered rendered = pdf.render(forms().blank(form.key(), template));
                    assertThat(rendered.pages()).as(form.key() + " " + template.key()).isBetween(1, 8);
                    assertThat(rendered.missingCharacters()).as(form.key()).isEmpty();
                }
            }
        }
    }

    @Test
    void printsTheMembersOfAGroupAsARoster() throws IOException {
        String group = add("group_work", "name", "巾帼互助小组", "first_date", LocalDate.of(2026, 10, 1));
        add("group_member", "group_id", group, "client_id", client(), "join_date", LocalDate.of(2026, 10, 1));
        PrintTemplate rows = forms().templates("group_work").stream().filter(t -> t.kind().equals("rows"))
            .filter(t -> t.child().equals("group_member")).findFirst().orElse(template("group_work", "plan"));
        assertThat(text(forms().filled("group_work", group, rows, Edition.INTERNAL))).contains("小组");
    }

    @Test
    void exportsAListWithTheColumnsShown() throws IOException {
        client();
        Path target = folder.resolve("list.xlsx");
        new ExcelRenderer().write(new Roster(station).listing(ListQuery.all("client"), List.of("name", "id_no",
            "birth"), Edition.INTERNAL), target, RenderProgress.NONE);
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(target))) {
            var sheet = book.getSheetAt(0);
            var row = sheet.getRow(sheet.getLastRowNum());
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("覃𬱖");
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("450299194803120028");
            assertThat(row.getCell(2).getLocalDateTimeCellValue().toLocalDate())
                .isEqualTo(LocalDate.of(1948, 3, 12));
        }
    }

    @Test
    void masksNamesAlsoWhereRecordsAreNamedAfterPeople() throws IOException {
        String worker = add("worker", "name", "王小燕", "role", "2");
        String file = add("case_file", "case_no", "GA-2026-001", "client_id", client(), "open_date",
            LocalDate.of(2026, 10, 1));
        String first = add("case_session", "case_id", file, "date", LocalDate.of(2026, 10, 8), "worker_id", worker);
        String second = add("case_session", "case_id", file, "date", LocalDate.of(2026, 10, 9), "worker_id", worker);
        Path target = folder.resolve("list.xlsx");
        new ExcelRenderer().write(new Roster(station).listing("case_session", List.of(second, "gone", first),
            List.of("date", "case_id", "worker_id"), Edition.EXTERNAL), target, RenderProgress.NONE);
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(target))) {
            var sheet = book.getSheetAt(0);
            var last = sheet.getRow(sheet.getLastRowNum());
            assertThat(last.getCell(0).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2026, 10, 8));
            assertThat(last.getCell(1).getStringCellValue()).contains("GA-2026-001", "覃*").doesNotContain("𬱖");
            assertThat(last.getCell(2).getStringCellValue()).contains("王小燕");
        }
    }

    private PrintedForms forms() {
        return new PrintedForms(station);
    }

    private PrintTemplate template(String form, String key) {
        return forms().templates(form).stream().filter(t -> t.key().equals(key)).findFirst().orElseThrow();
    }

    private String client() {
        return add("client", "name", "覃𬱖", "id_type", "01", "id_no", "450299194803120028", "sex", "2", "birth",
            LocalDate.of(1948, 3, 12), "primary_cat", "C301", "filed_date", LocalDate.of(2026, 1, 5));
    }

    private String add(String form, Object... keysAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        String id = station.newId();
        station.saving().importAll("import", "test", List.of(RecordDraft.imported(form, id, null, values)));
        return id;
    }

    private String text(org.shegong.reports.document.Document document) throws IOException {
        byte[] bytes = pdf.render(document).bytes();
        try (PDDocument read = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(read);
        }
    }
}
