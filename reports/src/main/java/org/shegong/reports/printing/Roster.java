package org.shegong.reports.printing;

import java.text.MessageFormat;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
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
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
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
        return listing(query.form(), columns, edition, station.records().count(query),
            new QueryPages(query, wanted(query.form(), columns)));
    }

    /**
     * The same for records that are already known, in their order; those gone meanwhile are left out.
     *
     * @param columns as above
     */
    public Listing listing(String form, List<String> ids, List<String> columns, Edition edition) {
        return listing(form, columns, edition, ids.size(), new KnownPages(form, ids, wanted(form, columns)));
    }

    private Set<String> wanted(String form, List<String> columns) {
        return Set.copyOf(columns.isEmpty() ? station.forms().form(form).list() : columns);
    }

    private Listing listing(String key, List<String> columns, Edition edition, long expected,
                            Iterator<List<RecordData>> pages) {
        Form form = station.forms().form(key);
        List<Field> fields = (columns.isEmpty() ? form.list() : columns).stream().map(form::find)
            .flatMap(java.util.Optional::stream).toList();
        ResourceBundle words = ResourceBundle.getBundle("org.shegong.reports.printing");
        Marking marking = edition == Edition.INTERNAL ? new Marking(words.getString("internal_header"),
            MessageFormat.format(words.getString("printed_by"), station.actor().name(), MINUTE.format(
                LocalDateTime.now(station.clock())))) : new Marking(words.getString("external"), "");
        return new Listing(form.label(), List.of(form.title()), PageSetup.LIST_LANDSCAPE,
            FieldCells.columns(fields), 2, marking, expected,
            new Rows(pages, form, fields, new FieldCells(station, edition)));
    }

    /** Pages of a query, found by key. */
    private final class QueryPages implements Iterator<List<RecordData>> {
        private final ListQuery query;
        private final Set<String> fields;
        private Page.Key next;
        private boolean started;

        QueryPages(ListQuery query, Set<String> fields) {
            this.query = query;
            this.fields = fields;
        }

        @Override
        public boolean hasNext() {
            return !started || next != null;
        }

        @Override
        public List<RecordData> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Page page = station.records().page(query, next, PAGE, fields::contains);
            started = true;
            next = page.next();
            return page.records();
        }
    }

    /** Pages of known records. */
    private final class KnownPages implements Iterator<List<RecordData>> {
        private final String form;
        private final List<String> ids;
        private final Set<String> fields;
        private int start;

        KnownPages(String form, List<String> ids, Set<String> fields) {
            this.form = form;
            this.fields = fields;
            this.ids = List.copyOf(ids);
        }

        @Override
        public boolean hasNext() {
            return start < ids.size();
        }

        @Override
        public List<RecordData> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            List<String> some = ids.subList(start, Math.min(start + PAGE, ids.size()));
            start += some.size();
            Map<String, RecordData> records = station.records().findAll(form, some, fields::contains);
            return some.stream().map(records::get).filter(Objects::nonNull).toList();
        }
    }

    private static final class Rows implements Iterator<Row> {
        private final Iterator<List<RecordData>> pages;
        private final Form form;
        private final List<Field> fields;
        private final FieldCells cells;
        private Iterator<RecordData> current = List.<RecordData>of().iterator();
        private FieldCells.Known known = FieldCells.Known.NOTHING;

        Rows(Iterator<List<RecordData>> pages, Form form, List<Field> fields, FieldCells cells) {
            this.pages = pages;
            this.form = form;
            this.fields = fields;
            this.cells = cells;
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && pages.hasNext()) {
                List<RecordData> page = pages.next();
                known = cells.known(form, fields, page);
                current = page.iterator();
            }
            return current.hasNext();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            RecordData data = current.next();
            return Row.of(fields.stream().map(field -> cells.cell(field, data, known)).toList());
        }
    }
}
