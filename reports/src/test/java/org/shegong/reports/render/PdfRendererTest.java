package org.shegong.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.reports.document.Alignment;
import org.shegong.reports.document.Cell;
import org.shegong.reports.document.Column;
import org.shegong.reports.document.ColumnType;
import org.shegong.reports.document.Document;
import org.shegong.reports.document.LabelledText;
import org.shegong.reports.document.PageSetup;
import org.shegong.reports.document.Paragraph;
import org.shegong.reports.document.Row;
import org.shegong.reports.document.Sheet;
import org.shegong.reports.document.SignatureBlock;
import org.shegong.reports.document.Table;

class PdfRendererTest {
    private static final PdfRenderer RENDERER = new PdfRenderer();
    @TempDir
    Path folder;

    @Test
    void repeatsTheHeaderOnEveryPageOfTheTableAndCountsPages() throws IOException {
        Path file = folder.resolve("月报.pdf");
        RenderResult result = RENDERER.write(Samples.report(40), file);
        assertThat(result.missingCharacters()).isEmpty();
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(result.pages()).isEqualTo(5);
            for (int page = 1; page <= 3; page++) {
                assertThat(text(pdf, page)).contains("指标名称", "环比", "第" + page + "页　共5页", "校验码 3f9a01bc",
                        "内部资料 注意保密", "打印人：韦晓 2025-08-02");
            }
            assertThat(text(pdf, 1)).contains("融水县和睦镇社会工作服务站 2025年7月工作月报", "填报单位（盖章）：和睦镇社会工作服务站");
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(841f, 843f);
            assertThat(pdf.getPage(4).getMediaBox().getWidth()).isBetween(595f, 596f);
            assertThat(pdf.getDocumentInformation().getAuthor()).isNull();
        }
    }

    @Test
    void keepsRareCharactersOfNamesFromTheFallbackFont() throws IOException {
        PdfRenderer.Rendered rendered = RENDERER.render(paragraphs("石𬱖、覃䶮、韦㛃、吴𠮷"));
        assertThat(rendered.missingCharacters()).isEmpty();
        try (PDDocument pdf = Loader.loadPDF(rendered.bytes())) {
            assertThat(text(pdf, 1)).contains("石𬱖、覃䶮、韦㛃、吴𠮷");
        }
    }

    @Test
    void marksAndNamesCharactersThatNoFontHas() throws IOException {
        PdfRenderer.Rendered rendered = RENDERER.render(paragraphs("韦\uE123晓\uD88C\uDF40"));
        assertThat(rendered.missingCharacters()).containsExactly("\uE123", "\uD88C\uDF40");
        try (PDDocument pdf = Loader.loadPDF(rendered.bytes())) {
            assertThat(text(pdf, 1)).contains("韦〓晓〓");
        }
    }

    @Test
    void embedsOnlySubsetsOfTheFonts() throws IOException {
        PdfRenderer.Rendered rendered = RENDERER.render(Samples.report(40));
        assertThat(rendered.bytes().length).isLessThan(400_000);
        try (PDDocument pdf = Loader.loadPDF(rendered.bytes())) {
            Set<String> names = new TreeSet<>();
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
                    names.add(font.getName().substring(7));
                }
            }
            assertThat(names).contains("NotoSerifSC-Regular", "NotoSerifSC-Bold", "NotoSansSC-Bold", "LXGWWenKai-Regular");
        }
    }

    @Test
    void keepsTheSignatureOnOnePageWithTheLastRows() throws IOException {
        for (int rows = 15; rows <= 40; rows++) {
            PdfRenderer.Rendered rendered = RENDERER.render(signed(rows));
            try (PDDocument pdf = Loader.loadPDF(rendered.bytes())) {
                String last = text(pdf, pdf.getNumberOfPages());
                assertThat(last).as("%d rows", rows).contains("签字人：", "第" + (rows - 1) + "行", "第" + rows + "行");
            }
        }
    }

    @Test
    void neverSplitsARowUnlessItIsTallerThanAPage() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            rows.add(Row.of(Cell.text("始" + i + "然" + "内容".repeat(150) + "终" + i + "然")));
        }
        rows.add(Row.of(Cell.text("长文开头" + "很长".repeat(3000) + "长文结尾")));
        Document document = Document.of("t", Sheet.named("t").page(PageSetup.REPORT_LANDSCAPE)
                .add(Table.of(List.of(Column.of("t", "说明", ColumnType.TEXT, 100)), rows)).build());
        try (PDDocument pdf = Loader.loadPDF(RENDERER.render(document).bytes())) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                String text = text(pdf, page);
                for (int i = 1; i <= 12; i++) {
                    assertThat(text.contains("始" + i + "然")).isEqualTo(text.contains("终" + i + "然"));
                }
            }
            String all = new PDFTextStripper().getText(pdf);
            assertThat(all).contains("长文开头", "长文结尾");
            assertThat(all.chars().filter(c -> c == '很').count()).isEqualTo(3000);
        }
    }

    @Test
    void shrinksNumbersThatAreTooWideInsteadOfBreakingThem() throws IOException {
        List<Column> columns = List.of(Column.of("m", "金额", ColumnType.MONEY, 18), Column.of("t", "说明", ColumnType.TEXT, 600));
        Document document = Document.of("t", Sheet.named("t")
                .add(Table.of(columns, List.of(Row.of(Cell.money(12345678), Cell.text("x"))))).build());
        try (PDDocument pdf = Loader.loadPDF(RENDERER.render(document).bytes())) {
            assertThat(text(pdf, 1)).contains("123456.78");
        }
    }

    @Test
    void printsATickInTheBoxThatIsChosen() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(RENDERER.render(Document.of("f", Samples.form())).bytes())) {
            String text = text(pdf, 1);
            assertThat(text).contains("✓").contains("□未遇", "□见到家属", "□其他：＿＿＿＿＿＿");
            assertThat(text.chars().filter(c -> c == '✓').count()).isEqualTo(1);
        }
    }

    private static Document signed(int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            rows.add(Row.of(Cell.text("第" + i + "行")));
        }
        return Document.of("t", Sheet.named("t").page(PageSetup.REPORT_LANDSCAPE)
                .add(Table.of(List.of(Column.of("t", "说明", ColumnType.TEXT, 100)), rows))
                .signature(SignatureBlock.of(new LabelledText("签字人", ""))).build());
    }

    private static Document paragraphs(String text) {
        return Document.of("t", Sheet.named("t").add(new Paragraph(text, Alignment.LEFT, false)).build());
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(false);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }
}
