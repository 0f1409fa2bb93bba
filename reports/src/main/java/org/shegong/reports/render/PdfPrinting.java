package org.shegong.reports.render;

import java.awt.print.Pageable;
import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.Copies;
import javax.print.attribute.standard.MediaSizeName;
import javax.print.attribute.standard.PageRanges;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.Orientation;
import org.apache.pdfbox.printing.PDFPageable;

/** Sends PDFs to printers without a dialog of its own. Asking and printing may take seconds: not on the screen's thread. */
public final class PdfPrinting {

    /**
     * A printer.
     *
     * @param name     as the system shows it
     * @param standard true for the system's default printer
     */
    public record Printer(String name, boolean standard) {
    }

    /**
     * What to print.
     *
     * @param copies   at least 1
     * @param fromPage first page, counted from 1
     * @param toPage   last page; larger than the document means its last
     */
    public record Job(int copies, int fromPage, int toPage) {
        /** One copy of everything. */
        public static final Job ALL = new Job(1, 1, Integer.MAX_VALUE);

        public Job {
            if (copies < 1 || fromPage < 1 || toPage < fromPage) {
                throw new IllegalArgumentException("copies " + copies + ", pages " + fromPage + " to " + toPage);
            }
        }
    }

    /** The printers of this machine, the default one first; empty when there is none. */
    public List<Printer> printers() {
        String standard = Optional.ofNullable(PrintServiceLookup.lookupDefaultPrintService())
                .map(PrintService::getName).orElse("");
        return Arrays.stream(PrintServiceLookup.lookupPrintServices(null, null))
                .map(service -> new Printer(service.getName(), service.getName().equals(standard)))
                .sorted((a, b) -> Boolean.compare(b.standard(), a.standard())).toList();
    }

    /**
     * Prints the PDF in its own size.
     *
     * @param printer name as in {@link #printers()}
     * @param title   name of the job in the print queue, which other people may see: no personal data
     * @throws DocumentPrintException when the printer is unknown or refuses
     * @throws DocumentReadException  when the bytes are no PDF
     */
    public void print(byte[] pdf, String printer, String title, Job job) {
        PrintService service = Arrays.stream(PrintServiceLookup.lookupPrintServices(null, null))
                .filter(candidate -> candidate.getName().equals(printer)).findFirst()
                .orElseThrow(() -> new DocumentPrintException(DocumentPrintException.Reason.NO_PRINTER, printer, null));
        print(pdf, service, title, job);
    }

    /** Prints on the given service; see {@link #print(byte[], String, String, Job)}. */
    public void print(byte[] pdf, PrintService service, String title, Job job) {
        try (PDDocument document = Loader.loadPDF(pdf, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            int last = Math.min(job.toPage(), document.getNumberOfPages());
            if (job.fromPage() > last) {
                throw new DocumentPrintException(DocumentPrintException.Reason.NO_PAGES, service.getName(), null);
            }
            send(new PDFPageable(document, Orientation.AUTO), service, title, job, last);
        } catch (IOException e) {
            throw new DocumentReadException(e);
        }
    }

    private static void send(Pageable pages, PrintService service, String title, Job job, int last) {
        try {
            PrinterJob printing = PrinterJob.getPrinterJob();
            printing.setPrintService(service);
            printing.setJobName(title);
            printing.setPageable(pages);
            PrintRequestAttributeSet attributes = new HashPrintRequestAttributeSet();
            attributes.add(new Copies(job.copies()));
            attributes.add(new PageRanges(job.fromPage(), last));
            attributes.add(MediaSizeName.ISO_A4);
            printing.print(attributes);
        } catch (PrinterException | RuntimeException e) {
            throw new DocumentPrintException(DocumentPrintException.Reason.REFUSED, service.getName(), e);
        }
    }
}
