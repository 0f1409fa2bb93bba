package org.shegong.reports.ledger.write;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.shegong.db.Station;
import org.shegong.db.forms.Shield;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.Page;
import org.shegong.db.store.RecordData;
import org.shegong.reports.document.Cell;
import org.shegong.reports.document.Row;
import org.shegong.reports.ledger.recognise.KindSpec;
import org.shegong.reports.ledger.recognise.LedgerField;
import org.shegong.reports.ledger.recognise.LedgerField.Type;
import org.shegong.reports.ledger.recognise.LedgerKind;
import org.shegong.reports.ledger.recognise.LedgerWords;

/** The rows of a ledger, read page by page while they are written. */
final class LedgerRows implements Iterator<Row> {

    private static final int PAGE = 1000;

    private final Station station;
    private final ListQuery query;
    private final KindSpec spec;
    private final List<LedgerField> columns;
    private final boolean plain;
    private final Set<String> keys;
    private final LedgerValues values;
    private List<RecordData> records = List.of();
    private Map<String, Shield> shields = Map.of();
    private int next;
    private long number;
    private Page.Key after;
    private boolean more = true;

    LedgerRows(Station station, ListQuery query, KindSpec spec, List<LedgerField> columns, boolean plain) {
        this.station = station;
        this.query = query;
        this.spec = spec;
        this.columns = columns;
        this.plain = plain;
        this.keys = columns.stream().map(LedgerField::key).collect(Collectors.toSet());
        this.values = new LedgerValues(new Names(station), plain);
    }

    @Override
    public boolean hasNext() {
        while (next >= records.size() && more) {
            Page page = station.records().page(query, after, PAGE, keys::contains);
            records = page.records();
            next = 0;
            after = page.next();
            more = after != null;
            values.load(spec.kind(), records);
            shields = plain ? Map.of() : station.records().shields(spec.form(), records);
        }
        return next < records.size();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        RecordData record = records.get(next++);
        number++;
        Map<String, Object> own = values.of(spec.kind(), record);
        List<Cell> cells = new ArrayList<>(columns.size());
        for (LedgerField field : columns) {
            cells.add(cell(field, record, own));
        }
        return Row.of(cells).keyed(record.id());
    }

    private Cell cell(LedgerField field, RecordData record, Map<String, Object> own) {
        if (field.type() == Type.SEQ) {
            return Cell.number(number);
        }
        if (field.key().equals(LedgerWords.RECORD_FIELD)) {
            return Cell.text(record.id());
        }
        Object value = own.containsKey(field.key()) ? own.get(field.key()) : record.values().get(field.key());
        if (value == null) {
            return Cell.EMPTY;
        }
        if (value instanceof LocalDate date) {
            return Cell.date(date);
        }
        if (value instanceof Long amount) {
            return field.type() == Type.MONEY ? Cell.money(amount) : Cell.number(amount);
        }
        return Cell.text(Shown.text(field, text(field, value), isAboutClients(), plain,
                shields.getOrDefault(record.id(), Shield.USUAL)));
    }

    private String text(LedgerField field, Object value) {
        return switch (field.type()) {
            case CODE -> value.toString().isEmpty() ? "" : station.codes().label(field.list(), value.toString());
            case CODES -> ((List<?>) value).stream().map(code -> station.codes().label(field.list(), code.toString()))
                    .collect(Collectors.joining("\u3001"));
            default -> value.toString();
        };
    }

    /** Names in rosters of workers and villages are no personal secrets; the client's own name is one. */
    private boolean isAboutClients() {
        return spec.kind() == LedgerKind.CLIENTS;
    }
}
