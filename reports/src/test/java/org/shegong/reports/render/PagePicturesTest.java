package org.shegong.reports.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.print.DocFlavor;
import javax.print.StreamPrintService;
import javax.print.StreamPrintServiceFactory;
import org.junit.jupiter.api.Test;
import org.shegong.reports.document.Document;

class PagePicturesTest {
    private static final byte[] PDF = new PdfRenderer().render(Samples.report(40)).bytes();

    @Test
    void drawsEachPageAtTheResolutionAskedFor() {
        try (PagePictures pages = PagePictures.open(PDF)) {
            assertThat(pages.count()).isEqualTo(5);
            assertThat(pages.size(0).widthMm()).isCloseTo(297, within(0.1));
            PagePictures.Picture picture = pages.picture(0, 72);
            assertThat(picture.width()).isBetween(840, 843);
            assertThat(picture.height()).isBetween(594, 596);
            assertThat(picture.argb()).hasSize(picture.width() * picture.height());
            assertThat(Arrays.stream(picture.argb()).filter(p -> p == 0xFFFFFFFF).count())
                    .isBetween((long) picture.argb().length / 2, (long) picture.argb().length - 5_000);
        }
    }

    @Test
    void refusesWhatIsNoPdf() {
        assertThatThrownBy(() -> PagePictures.open("x".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(DocumentReadException.class, e -> assertThat(e.userMessage()).contains("PDF"));
    }

    @Test
    void printsTheChosenPages() {
        ByteArrayOutputStream paper = new ByteArrayOutputStream();
        new PdfPrinting().print(PDF, postscript(paper), "report", new PdfPrinting.Job(1, 2, 3));
        String printed = paper.toString(StandardCharsets.ISO_8859_1);
        assertThat(printed).startsWith("%!PS");
        assertThat(printed.split("%%Page:", -1)).hasSize(3);
    }

    @Test
    void saysWhyItCannotPrint() {
        byte[] one = new PdfRenderer().render(Document.of("f", Samples.form())).bytes();
        PdfPrinting printing = new PdfPrinting();
        assertThatThrownBy(() -> printing.print(one, postscript(new ByteArrayOutputStream()), "form", new PdfPrinting.Job(1, 2, 9)))
                .isInstanceOfSatisfying(DocumentPrintException.class,
                        e -> assertThat(e.reason()).isEqualTo(DocumentPrintException.Reason.NO_PAGES));
        assertThatThrownBy(() -> printing.print(one, "没有这台打印机", "form", PdfPrinting.Job.ALL))
                .isInstanceOfSatisfying(DocumentPrintException.class, e -> {
                    assertThat(e.reason()).isEqualTo(DocumentPrintException.Reason.NO_PRINTER);
                    assertThat(e.userMessage()).isNotBlank();
                });
        assertThat(printing.printers()).isNotNull();
    }

    private static StreamPrintService postscript(ByteArrayOutputStream paper) {
        return StreamPrintServiceFactory.lookupStreamPrintServiceFactories(
                DocFlavor.SERVICE_FORMATTED.PRINTABLE, "application/postscript")[0].getPrintService(paper);
    }
}
