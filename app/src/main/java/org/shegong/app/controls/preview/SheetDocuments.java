package org.shegong.app.controls.preview;

import java.util.List;
import java.util.Map;
import org.shegong.app.i18n.Texts;
import org.shegong.db.security.RecoverySheet;
import org.shegong.reports.document.Alignment;
import org.shegong.reports.document.Cell;
import org.shegong.reports.document.Column;
import org.shegong.reports.document.ColumnType;
import org.shegong.reports.document.Document;
import org.shegong.reports.document.Paragraph;
import org.shegong.reports.document.Row;
import org.shegong.reports.document.Sheet;
import org.shegong.reports.document.Table;

/** Sheets that the program itself prints: the recovery sheet and the keys. Holds nothing; any thread. */
public final class SheetDocuments {
    private static final double KEY_MM = 45;
    private static final double MEANING_MM = 110;

    private SheetDocuments() {
    }

    /** The recovery sheet, line by line as in its text file, the key in bold. */
    public static Document recovery(RecoverySheet sheet) {
        List<String> lines = sheet.lines();
        Sheet.Builder page = Sheet.named(lines.get(0)).title(lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            boolean key = line.startsWith("    ");
            page.add(new Paragraph(line.strip(), key ? Alignment.CENTRE : Alignment.LEFT, key));
        }
        return Document.of(Document.safeFileStem(lines.get(0) + "-" + sheet.created()), page.build());
    }

    /**
     * Every key with its meaning.
     *
     * @param keys keys and meanings, in order
     */
    public static Document shortcuts(String title, Texts texts, List<Map.Entry<String, String>> keys) {
        List<Column> columns = List.of(Column.of("keys", texts.get("sheets.keys"), ColumnType.CENTRED, KEY_MM),
            Column.of("meaning", texts.get("sheets.meaning"), ColumnType.TEXT, MEANING_MM));
        List<Row> rows = keys.stream().map(key -> Row.of(Cell.text(key.getKey()), Cell.text(key.getValue()))).toList();
        return Document.of(Document.safeFileStem(title), Sheet.named(title).title(title)
            .add(Table.of(columns, rows).withLook(Table.Look.COMPACT)).build());
    }
}
