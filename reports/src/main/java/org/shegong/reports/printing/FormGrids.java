package org.shegong.reports.printing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shegong.db.Station;
import org.shegong.db.codes.Code;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormValidator;
import org.shegong.db.forms.PrintTemplate;
import org.shegong.db.forms.Section;
import org.shegong.db.store.RecordData;
import org.shegong.reports.document.FormGrid;
import org.shegong.reports.document.FormGrid.CheckOption;
import org.shegong.reports.document.FormGrid.GridField;
import org.shegong.reports.document.FormGrid.GridRow;
import org.shegong.reports.document.FormGrid.GridValue;
import org.shegong.reports.printing.FieldCells.Known;

/** Lays a form's sections over a ruled grid of labels and values. */
final class FormGrids {
    private static final double LABEL_MM = 27;
    private static final int MOST_BOXES = 12;
    private static final int LONG_OPTIONS = 18;
    private final Station station;
    private final FieldCells cells;

    FormGrids(Station station, FieldCells cells) {
        this.station = station;
        this.cells = cells;
    }

    /**
     * The grid of one record, or of a blank form.
     *
     * @param data the record; null for a blank form with room to write
     */
    FormGrid grid(Form form, PrintTemplate template, RecordData data) {
        int pairs = Math.max(1, template.columns() / 2);
        Known known = data == null ? Known.NOTHING : cells.known(form, form.fields(), List.of(data));
        List<GridRow> rows = new ArrayList<>();
        for (Section section : form.sections()) {
            boolean wanted = template.sections().isEmpty() || template.sections().contains(section.key());
            List<Field> fields = wanted ? shown(form, section, data) : List.of();
            if (!fields.isEmpty()) {
                rows.add(new GridRow.Band(section.label()));
                rows.addAll(rows(fields, pairs, template, data, known));
            }
        }
        return new FormGrid(pairs, LABEL_MM, rows);
    }

    private List<Field> shown(Form form, Section section, RecordData data) {
        return form.fieldsOf(section.key()).stream().filter(field -> field.type() != FieldType.ATTACHMENT)
            .filter(field -> data == null ? !field.type().isComputed()
                : FormValidator.isShown(form, field, station.validator().withComputed(form, data.values(),
                    station.today())))
            .toList();
    }

    private List<GridRow> rows(List<Field> fields, int pairs, PrintTemplate template, RecordData data,
                               Known known) {
        List<GridRow> rows = new ArrayList<>();
        List<GridField> row = new ArrayList<>();
        int used = 0;
        for (Field field : fields) {
            GridField cell = cell(field, pairs, template, data, known);
            if (used + cell.span() > pairs) {
                rows.add(new GridRow.Fields(row));
                row = new ArrayList<>();
                used = 0;
            }
            row.add(cell);
            used += cell.span();
        }
        if (!row.isEmpty()) {
            rows.add(new GridRow.Fields(row));
        }
        return rows;
    }

    private GridField cell(Field field, int pairs, PrintTemplate template, RecordData data,
                           Known known) {
        String label = field.unit().isEmpty() ? field.label() : field.label() + "（" + field.unit() + "）";
        List<CheckOption> boxes = boxes(field, data);
        if (!boxes.isEmpty()) {
            int length = boxes.stream().mapToInt(box -> box.label().length() + 2).sum();
            return GridField.of(label, field.wide() || length > LONG_OPTIONS ? pairs : 1, boxes);
        }
        String text = data == null ? "" : cells.text(field, data, known);
        if (field.type() == FieldType.LONG_TEXT) {
            return GridField.box(label, text, pairs, data == null ? Math.max(2, template.blankLines()) : 2);
        }
        boolean wide = field.wide() || field.type() == FieldType.CODES || field.type() == FieldType.REFS;
        return new GridField(label, GridValue.text(text), wide ? pairs : 1, 1);
    }

    /** Short code lists print as boxes to tick; long ones print the chosen labels. */
    private List<CheckOption> boxes(Field field, RecordData data) {
        if (field.type() == FieldType.BOOL) {
            Object value = data == null ? null : data.values().get(field.key());
            return List.of(CheckOption.of(station.texts().text(field, true, Map.of()), Boolean.TRUE.equals(value)),
                CheckOption.of(station.texts().text(field, false, Map.of()), Boolean.FALSE.equals(value)));
        }
        if (field.type() != FieldType.CODE && field.type() != FieldType.CODES || !field.mask().isEmpty()
            && data != null) {
            return List.of();
        }
        List<Code> offered = station.codes().list(field.codes()).offered(station.today()).stream()
            .filter(code -> !code.isHeading()).toList();
        if (offered.size() > MOST_BOXES) {
            return List.of();
        }
        List<String> chosen = chosen(field, data);
        return offered.stream().map(code -> CheckOption.of(code.label(), chosen.contains(code.code()))).toList();
    }

    private static List<String> chosen(Field field, RecordData data) {
        if (data == null) {
            return List.of();
        }
        return field.type() == FieldType.CODES ? data.many(field.key()) : List.of(data.text(field.key()));
    }
}
