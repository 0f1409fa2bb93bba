package org.shegong.reports.printing;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.ResourceBundle;
import org.shegong.db.Station;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.Form;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.Page;
import org.shegong.db.store.RecordData;
import org.shegong.reports.document.Listing;
import org.shegong.reports.document.Marking;
import org.shegong.reports.document.PageSetup;
import org.shegong.reports.document.Row;

/** A list of any form as a document of any length: the columns and the selection that the screen shows. */
public final class Roster {
    private static final int PAGE = 2000;
    private final Station station;

    public Roster(Station station) {
        this.station = station;
    }

    /**
     * The list, read page by page while it is written.
     *
     * @param columns field keys in order; unknown ones are left out; empty takes the form's own columns
     */
    public Listing listing(ListQuery query, List<String> columns, Edition edition) {
        Form form = station.forms().form(query.form());
        List<Field> fields = (columns.isEmpty() ? form.list() : columns).stream().map(form::find)
            .flatMap(java.util.Optional::stream).toList();
        ResourceBundle words = ResourceBundle.getBundle("org.shegong.reports.printing");
        Marking marking = edition == Edition.INTERNAL
            ? new Marking(words.getString("internal_header"), "") : Marking.NONE;
        return new Listing(form.label(), List.of(form.title()), PageSetup.LIST_LANDSCAPE,
            FieldCells.columns(fields), 2, marking, station.records().count(query),
            new Rows(query, fields, new FieldCells(station, edition)));
    }

    private final class Rows implements Iterator<Row> {
        private final ListQuery query;
        private final List<Field> fields;
        private final FieldCells cells;
        private Iterator<RecordData> current = List.<RecordData>of().iterator();
        private Map<String, Map<String, String>> labels = Map.of();
        private Page.Key next;
        private boolean started;

        Rows(ListQuery query, List<Field> fields, FieldCells cells) {
            this.query = query;
            this.fields = fields;
            this.cells = cells;
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && (!started || next != null)) {
                Page page = station.records().page(query, next, PAGE);
                started = true;
                next = page.next();
                labels = cells.labels(fields, page.records());
                current = page.records().iterator();
            }
            return current.hasNext();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            RecordData data = current.next();
            return Row.of(fields.stream().map(field -> cells.cell(field, data, labels)).toList());
        }
    }
}
