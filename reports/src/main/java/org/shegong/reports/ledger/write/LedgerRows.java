package org.shegong.reports.ledger.write;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
import org.shegong.reports.privacy.Cleaning;

/** The rows of a ledger, read page by page: the next page is read on another processor while one is written. */
final class LedgerRows implements Iterator<Row> {

    private static final int PAGE = 1000;

    private final Station station;
    private final ListQuery query;
    private final KindSpec spec;
    private final List<LedgerField> columns;
    private final boolean plain;
    private final Set<String> keys;
    private final Cleaning cleaning;
    private final LedgerValues values;
    private List<RecordData> records = List.of();
    private Map<String, Shield> shields = Map.of();
    private int next;
    private long number;
    private boolean more = true;
    private CompletableFuture<Loaded> coming;

    /** A page, and whom its records shield. */
    private record Loaded(Page page, Map<String, Shield> shields) {
    }

    LedgerRows(Station station, ListQuery query, KindSpec spec, List<LedgerField> columns,
               Cleaning cleaning) {
        this.station = station;
        this.query = query;
        this.spec = spec;
        this.columns = columns;
        this.cleaning = cleaning;
        this.plain = cleaning == null;
        this.keys = columns.stream().map(LedgerField::key).collect(Collectors.toSet());
        this.values = new LedgerValues(new Names(station), plain);
    }

    @Override
    public boolean hasNext() {
        while (next >= records.size() && more) {
            Loaded loaded = coming == null ? read(null) : waitedFor(coming);
            Page.Key after = loaded.page().next();
            more = after != null;
            coming = more ? CompletableFuture.supplyAsync(() -> read(after)) : null;
            records = loaded.page().records();
            shields = loaded.shields();
            next = 0;
            values.load(spec.kind(), records);
        }
        return next < records.size();
    }

    private Loaded read(Page.Key after) {
        Page page = station.records().page(query, after, PAGE, keys::contains);
        return new Loaded(page, plain ? Map.of() : station.records().shields(spec.form(), page.records()));
    }

    /** What went wrong while reading goes wrong here, as if this thread had read. */
    private static Loaded waitedFor(CompletableFuture<Loaded> coming) {
        try {
            return coming.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
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
        String text = text(field, value);
        String clean = !plain && field.type() == Type.TEXT ? cleaning.clean(text) : text;
        return Cell.text(Shown.text(field, clean, isAboutClients(), plain,
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
