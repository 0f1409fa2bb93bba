package org.shegong.db.journal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Inserts rows of few shapes in batches, so that an import of a hundred thousand rows stays quick. */
final class RowBatch {
    private static final int FULL = 1000;
    private final DSLContext db;
    private final Map<List<String>, List<Object[]>> waiting = new LinkedHashMap<>();
    private int count;

    RowBatch(DSLContext db) {
        this.db = db;
    }

    /** Adds one row; the first element of {@code shape} is the table, the others its columns. */
    void add(List<String> shape, Object... values) {
        waiting.computeIfAbsent(shape, key -> new ArrayList<>()).add(values);
        if (++count >= FULL) {
            flush();
        }
    }

    /**
     * Writes what waits; needed before anything reads it back. Rows are written shape by shape, so one may come before
     * the row it points to; the database therefore looks at references when the transaction ends.
     */
    void flush() {
        if (!waiting.isEmpty()) {
            db.execute("pragma defer_foreign_keys = on");
        }
        waiting.forEach(this::write);
        waiting.clear();
        count = 0;
    }

    private void write(List<String> shape, List<Object[]> rows) {
        List<Field<Object>> columns = shape.subList(1, shape.size()).stream()
            .map(column -> field(name(column), Object.class)).toList();
        List<Field<?>> holders = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            holders.add(DSL.val((Object) null));
        }
        BatchBindStep batch = db.batch(db.insertInto(table(name(shape.get(0))), columns).values(holders));
        rows.forEach(batch::bind);
        batch.execute();
    }
}
