package org.shegong.reports.printing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.ResourceBundle;
import org.shegong.db.Station;
import org.shegong.db.forms.ChildLink;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.PrintTemplate;
import org.shegong.db.store.RecordData;
import org.shegong.reports.document.Block;
import org.shegong.reports.document.Cell;
import org.shegong.reports.document.Document;
import org.shegong.reports.document.Footer;
import org.shegong.reports.document.HeaderBlock;
import org.shegong.reports.document.LabelledText;
import org.shegong.reports.document.Marking;
import org.shegong.reports.document.PageSetup;
import org.shegong.reports.document.Paragraph;
import org.shegong.reports.document.Row;
import org.shegong.reports.document.Sheet;
import org.shegong.reports.document.SignatureBlock;
import org.shegong.reports.document.Table;
import org.shegong.reports.privacy.Cleaning;

/**
 * Every form as a document: filled with a record, or blank for the field.
 *
 * <p>Not for the thread of the window; each call reads the station's file.
 */
public final class PrintedForms {
    private final Station station;
    private final Cleaning cleaning;
    private final ResourceBundle words = ResourceBundle.getBundle("org.shegong.reports.printing");

    public PrintedForms(Station station) {
        this(station, Cleaning.none());
    }

    /** @param cleaning looks through what people wrote freely, in editions for others */
    public PrintedForms(Station station, Cleaning cleaning) {
        this.station = station;
        this.cleaning = cleaning;
    }

    /** The printed editions of a form; never empty for a form that people fill. */
    public List<PrintTemplate> templates(String form) {
        Form definition = station.forms().form(form);
        if (!definition.prints().isEmpty()) {
            return definition.prints();
        }
        return List.of(new PrintTemplate("record", definition.title(), "form", false, List.of(), 4,
            List.of(), "", List.of(), 0, 3, List.of(words.getString("signature.worker"),
            words.getString("signature.date"))));
    }

    /**
     * A record on paper.
     *
     * @throws NoSuchElementException when there is no such record
     */
    public Document filled(String form, String id, PrintTemplate template, Edition edition) {
        Form definition = station.forms().form(form);
        RecordData data = station.records().find(form, id).orElseThrow();
        FieldCells cells = new FieldCells(station, edition, edition == Edition.EXTERNAL ? cleaning : Cleaning.none());
        List<Block> blocks = new ArrayList<>();
        if (template.kind().equals("rows")) {
            blocks.add(rowsOf(definition, template, data, cells));
        } else {
            blocks.add(new FormGrids(station, cells).grid(definition, template, data));
            template.children().forEach(child -> childTable(definition, child, data, cells, blocks));
        }
        String number = data.docNo().isEmpty() ? "" : data.docNo();
        return document(template, number, blocks, edition, true);
    }

    /** The same form empty, with room to write by hand. */
    public Document blank(String form, PrintTemplate template) {
        Form definition = station.forms().form(form);
        FieldCells cells = new FieldCells(station, Edition.INTERNAL, Cleaning.none());
        List<Block> blocks = new ArrayList<>();
        if (template.kind().equals("rows")) {
            blocks.add(table(station.forms().form(template.child()), fields(template), List.of(),
                Math.max(15, template.blankRows()), cells));
        } else {
            blocks.add(new FormGrids(station, cells).grid(definition, template, null));
            for (String child : template.children()) {
                Form childForm = station.forms().form(child);
                blocks.add(Paragraph.of(childForm.label()));
                blocks.add(table(childForm, listFields(childForm), List.of(), 5, cells));
            }
        }
        return document(template, "", blocks, Edition.INTERNAL, false);
    }

    private Table rowsOf(Form form, PrintTemplate template, RecordData data, FieldCells cells) {
        List<RecordData> children = form.children().stream().filter(link -> link.form().equals(template.child()))
            .findFirst().map(link -> station.records().pointingTo(link.form(), link.by(), data.id()))
            .orElseGet(() -> named(form, template, data));
        return table(station.forms().form(template.child()), fields(template), children, template.blankRows(), cells);
    }

    /** Records of the child form that a field of this record names, such as the clients of an activity. */
    private List<RecordData> named(Form form, PrintTemplate template, RecordData data) {
        return form.fields().stream()
            .filter(field -> field.type() == FieldType.REFS && field.target().equals(template.child())).findFirst()
            .map(field -> {
                Map<String, RecordData> found = station.records().findAll(template.child(), data.many(field.key()));
                return data.many(field.key()).stream().filter(found::containsKey).map(found::get).toList();
            }).orElse(List.of());
    }

    private void childTable(Form form, String child, RecordData data, FieldCells cells, List<Block> blocks) {
        for (ChildLink link : form.children()) {
            if (link.form().equals(child)) {
                List<RecordData> children = station.records().pointingTo(child, link.by(), data.id());
                if (!children.isEmpty()) {
                    blocks.add(Paragraph.of(link.label()));
                    List<Field> fields = listFields(station.forms().form(child)).stream()
                        .filter(field -> !field.key().equals(link.by())).toList();
                    blocks.add(table(station.forms().form(child), fields, children, 0, cells));
                }
            }
        }
    }

    private List<Field> fields(PrintTemplate template) {
        Form child = station.forms().form(template.child());
        return template.columnsOf().stream().map(child::find).flatMap(java.util.Optional::stream).toList();
    }

    private static List<Field> listFields(Form form) {
        return form.list().stream().map(form::find).flatMap(java.util.Optional::stream).toList();
    }

    private static Table table(Form form, List<Field> fields, List<RecordData> records, int blankRows,
                               FieldCells cells) {
        FieldCells.Known known = cells.known(form, fields, records);
        List<Row> rows = new ArrayList<>();
        for (RecordData data : records) {
            rows.add(Row.of(fields.stream().map(field -> cells.cell(field, data, known)).toList()));
        }
        for (int i = 0; i < blankRows; i++) {
            rows.add(Row.of(fields.stream().map(field -> Cell.EMPTY).toList()));
        }
        return Table.of(FieldCells.columns(fields), rows);
    }

    private Document document(PrintTemplate template, String number, List<Block> blocks, Edition edition,
                              boolean filled) {
        String name = stationName();
        Sheet sheet = Sheet.named(template.title())
            .page(template.landscape() ? PageSetup.LIST_LANDSCAPE : PageSetup.FORM_PORTRAIT)
            .title(template.title())
            .heading(new HeaderBlock(List.of(new LabelledText(words.getString("unit"), name)), "",
                List.of(new LabelledText(words.getString("number"), number))))
            .addAll(blocks).signature(signatures(template)).build();
        String left = !filled ? "" : words.getString(edition == Edition.INTERNAL ? "confidential" : "external");
        String right = Markings.madeBy(station);
        String stem = template.title() + (number.isEmpty() ? "" : "-" + number);
        return Document.of(Document.safeFileStem(stem), sheet).withFooter(new Footer(left, right))
            .withMarking(filled ? Markings.of(station, edition) : Marking.NONE);
    }

    private static SignatureBlock signatures(PrintTemplate template) {
        return template.signatures().isEmpty() ? SignatureBlock.NONE
            : SignatureBlock.of(template.signatures().stream().map(who -> new LabelledText(who, ""))
                .toArray(LabelledText[]::new));
    }

    private String stationName() {
        return station.records().list(org.shegong.db.store.ListQuery.all("station")).stream().findFirst()
            .map(data -> data.text("name")).orElse("");
    }
}
