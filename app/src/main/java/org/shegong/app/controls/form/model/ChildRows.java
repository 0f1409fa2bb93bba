package org.shegong.app.controls.form.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.db.Station;
import org.shegong.db.forms.ChildLink;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordStatus;

/** The records of another form that belong to one record, as short rows. */
public final class ChildRows {
    private static final int COLUMNS = 4;
    private final FormDesk desk;
    private final ChildLink link;
    private final String parentId;
    private final Form form;
    private final List<Field> columns;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();

    /**
     * One row.
     *
     * @param cells texts of the columns, in their order
     * @param draft true when it is not submitted yet
     */
    public record Row(String id, List<String> cells, boolean draft) {
    }

    public ChildRows(FormDesk desk, ChildLink link, String parentId) {
        this.desk = desk;
        this.link = link;
        this.parentId = parentId;
        this.form = desk.station().forms().form(link.form());
        this.columns = form.list().stream().filter(key -> !key.equals(link.by())).map(form::field).limit(COLUMNS)
            .toList();
    }

    /** Form of the rows. */
    public Form form() {
        return form;
    }

    /** Heading of the list. */
    public String label() {
        return link.label().isEmpty() ? form.label() : link.label();
    }

    public List<Field> columns() {
        return columns;
    }

    /** The rows in the form's own order; empty until {@link #load}. */
    public ObservableList<Row> rows() {
        return rows;
    }

    /** What a new record of the list begins with. */
    public Map<String, Object> given() {
        boolean many = form.field(link.by()).type() == FieldType.REFS;
        return Map.of(link.by(), many ? List.of(parentId) : parentId);
    }

    /** Reads the rows anew in the background. */
    public void load(Consumer<Exception> failed) {
        desk.background().run(this::read, rows::setAll, failed);
    }

    private List<Row> read() {
        Station station = desk.station();
        List<RecordData> records = station.records().list(ListQuery.all(form.key())
            .withFilter(link.by(), Set.of(parentId)));
        CellTexts texts = CellTexts.of(station, columns, records);
        List<Row> read = new ArrayList<>();
        for (RecordData record : records) {
            read.add(new Row(record.id(), columns.stream().map(field -> texts.text(field, record)).toList(),
                record.status() == RecordStatus.DRAFT));
        }
        return read;
    }
}
