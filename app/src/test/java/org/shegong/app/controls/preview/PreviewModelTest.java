package org.shegong.app.controls.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.controls.export.OutputFolder;
import org.shegong.app.i18n.Texts;
import org.shegong.app.settings.Settings;
import org.shegong.app.tasks.Tasks;
import org.shegong.reports.document.Document;
import org.shegong.reports.document.PageBreak;
import org.shegong.reports.document.Paragraph;
import org.shegong.reports.document.Sheet;
import org.shegong.reports.render.PdfPrinting;
import org.shegong.reports.render.PdfRenderer;

class PreviewModelTest {
    @TempDir
    private Path folder;
    private PreviewModel preview;
    private OutputModel output;
    private final List<Path> saved = new ArrayList<>();
    private final List<Disclosure.Way> disclosed = new ArrayList<>();

    @BeforeEach
    void open() {
        Tasks tasks = Tasks.direct();
        preview = new PreviewModel(tasks, new PdfRenderer());
        OutputFolder target = new OutputFolder(new Settings(folder.resolve("desk.properties")));
        target.choose(folder);
        output = new OutputModel(tasks, Texts.bundled(), preview, new PdfPrinting(), target);
        output.onSaved(saved::add);
        output.disclosedTo(way -> () -> disclosed.add(way));
    }

    private static Document threePages(String first) {
        return Document.of("走访记录-202610", Sheet.named("走访记录").title("走访记录").add(Paragraph.of(first))
            .add(new PageBreak()).add(Paragraph.of("二")).add(new PageBreak()).add(Paragraph.of("三")).build());
    }

    @Test
    void drawsTheFirstPageAsUprightA4() {
        preview.show(progress -> threePages("一"));
        assertThat(preview.stateProperty().get()).isEqualTo(PreviewModel.State.READY);
        assertThat(preview.pagesProperty().get()).isEqualTo(3);
        assertThat(preview.pictureProperty().get().widthMm()).isBetween(209.9, 210.1);
        assertThat(preview.pictureProperty().get().picture().height())
            .isGreaterThan(preview.pictureProperty().get().picture().width());
    }

    @Test
    void turnsPagesAndStaysWithinThem() {
        preview.show(progress -> threePages("一"));
        preview.turn(-1);
        assertThat(preview.pageProperty().get()).isZero();
        preview.turn(1);
        preview.turn(1);
        preview.turn(1);
        assertThat(preview.pageProperty().get()).isEqualTo(2);
    }

    @Test
    void keepsThePageNumberWhenAnotherEditionTakesItsPlace() {
        preview.show(progress -> threePages("一"));
        preview.turnTo(2);
        preview.show(progress -> threePages("壹"));
        assertThat(preview.pageProperty().get()).isEqualTo(2);
    }

    @Test
    void namesCharactersThatNoFontHas() {
        preview.show(progress -> threePages("\ue000"));
        assertThat(preview.missingProperty().get()).isEqualTo("\ue000");
        preview.show(progress -> threePages("𬱖䶮㛃𠮷"));
        assertThat(preview.missingProperty().get()).isEmpty();
    }

    @Test
    void saysSoWhenTheDocumentCannotBeMadeAndTriesAgain() {
        boolean[] broken = {true};
        preview.show(progress -> {
            if (broken[0]) {
                throw new IOException("broken");
            }
            return threePages("一");
        });
        assertThat(preview.stateProperty().get()).isEqualTo(PreviewModel.State.FAILED);
        broken[0] = false;
        preview.again();
        assertThat(preview.stateProperty().get()).isEqualTo(PreviewModel.State.READY);
    }

    @Test
    void savesPdfAndWorkbookUnderFreshNamesAndTellsWhoKeepsTrack() throws IOException {
        preview.show(progress -> threePages("在家见到本人"));
        output.savePdf();
        output.savePdf();
        output.saveExcel();
        assertThat(saved).containsExactly(folder.resolve("走访记录-202610.pdf"),
            folder.resolve("走访记录-202610 (2).pdf"), folder.resolve("走访记录-202610.xlsx"));
        assertThat(disclosed).containsExactly(Disclosure.Way.PDF, Disclosure.Way.PDF, Disclosure.Way.EXCEL);
        try (PDDocument pdf = Loader.loadPDF(saved.get(0).toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            assertThat(new PDFTextStripper().getText(pdf)).contains("在家见到本人");
        }
        try (Workbook workbook = WorkbookFactory.create(saved.get(2).toFile())) {
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue()).isEqualTo("走访记录");
        }
    }

    @Test
    void writesNothingWhenItCannotBeNoted() throws IOException {
        preview.show(progress -> threePages("一"));
        output.disclosedTo(way -> () -> {
            throw new IllegalStateException("journal closed");
        });
        output.savePdf();
        assertThat(output.problemProperty().get()).isNotEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".pdf"));
        }
    }

    @Test
    void saysInWordsWhyAFileCannotBeWritten() throws IOException {
        preview.show(progress -> threePages("一"));
        Path blocked = Files.writeString(folder.resolve("no-folder"), "");
        output.folder().choose(blocked);
        output.savePdf();
        assertThat(output.problemProperty().get()).contains("走访记录-202610.pdf");
        assertThat(output.busyProperty().get()).isFalse();
    }

    @Test
    void refusesPagesAndCopiesThatMakeNoSense() {
        preview.show(progress -> threePages("一"));
        output.printerProperty().set(new PdfPrinting.Printer("none", true));
        output.spanProperty().set("7");
        output.print();
        assertThat(output.problemProperty().get()).contains("1 到 3");
        output.spanProperty().set("");
        output.copiesProperty().set("x");
        output.print();
        assertThat(output.problemProperty().get()).contains("份数");
        assertThat(disclosed).isEmpty();
    }

    @Test
    void saysSoWhenThePrinterIsGone() {
        preview.show(progress -> threePages("一"));
        output.printerProperty().set(new PdfPrinting.Printer("gone", true));
        output.print();
        assertThat(output.problemProperty().get()).isNotEmpty();
    }
}
