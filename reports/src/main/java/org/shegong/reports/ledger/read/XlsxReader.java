package org.shegong.reports.ledger.read;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.shegong.reports.ledger.read.ReadOutcome.Reason;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Streams .xlsx sheets; only the grid of one sheet and the shared strings are in memory. */
final class XlsxReader {

    private final Limits limits;

    XlsxReader(Limits limits) {
        this.limits = limits;
    }

    List<Grid> read(Path file) throws Exception {
        new ZipCheck(limits).check(file);
        try (OPCPackage pack = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            if (pack.getParts().stream().anyMatch(XlsxReader::macroEnabled)) {
                throw new UnreadableException(Reason.MACROS);
            }
            XSSFReader reader = new XSSFReader(pack);
            reader.setUseReadOnlySharedStringsTable(true);
            WorkbookFacts facts = facts(reader);
            SharedStrings strings = new ReadOnlySharedStringsTable(pack, false);
            StylesTable styles = reader.getStylesTable();
            List<Grid> grids = new ArrayList<>();
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream in = sheets.next()) {
                    String name = sheets.getSheetName();
                    GridBuilder grid = new GridBuilder(name, facts.hidden().getOrDefault(name, false), limits);
                    parse(in, new XlsxSheetHandler(grid, strings, styles, facts.date1904()));
                    grids.add(grid.build());
                }
            }
            return grids;
        }
    }

    private static boolean macroEnabled(PackagePart part) {
        return part.getContentType().contains("macroEnabled") || part.getContentType().contains("vbaProject");
    }

    private record WorkbookFacts(boolean date1904, Map<String, Boolean> hidden) {
    }

    private static WorkbookFacts facts(XSSFReader reader) throws Exception {
        Map<String, Boolean> hidden = new HashMap<>();
        boolean[] date1904 = new boolean[1];
        try (InputStream in = reader.getWorkbookData()) {
            parse(in, new DefaultHandler() {
                @Override
                public void startElement(String uri, String local, String qualified, Attributes attributes) {
                    if ("workbookPr".equals(local)) {
                        String value = attributes.getValue("date1904");
                        date1904[0] = "1".equals(value) || "true".equals(value);
                    } else if ("sheet".equals(local)) {
                        String state = attributes.getValue("state");
                        hidden.put(attributes.getValue("name"), state != null && !"visible".equals(state));
                    }
                }
            });
        }
        return new WorkbookFacts(date1904[0], hidden);
    }

    private static void parse(InputStream in, DefaultHandler handler)
            throws SAXException, ParserConfigurationException, java.io.IOException {
        // POI's factory has document types and external entities switched off.
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setContentHandler(handler);
        xml.setErrorHandler(handler);
        xml.parse(new InputSource(in));
    }
}
