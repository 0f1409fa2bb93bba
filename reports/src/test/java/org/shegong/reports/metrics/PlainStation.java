package org.shegong.reports.metrics;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A station's tables in a plain SQLite file, written row by row: what rules of counting are tested on. */
public final class PlainStation implements AutoCloseable {
    private static final Set<String> CODES = Set.of("actors", "ctask", "methods", "disposition", "functions", "types",
            "purpose", "services", "kinds", "present_kinds");
    private final Connection connection;
    private final DSLContext db;
    private int last;

    public PlainStation(Path directory) {
        String url = "jdbc:sqlite:" + directory.resolve("plain.db");
        Flyway.configure().dataSource(url, null, null).locations("classpath:org/shegong/db/migration").load().migrate();
        try {
            connection = DriverManager.getConnection(url);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        db = DSL.using(connection, SQLDialect.SQLITE);
        db.execute("pragma synchronous=off");
    }

    /** Writes into a database that somebody else holds open. */
    PlainStation(DSLContext given) {
        connection = null;
        db = given;
    }

    public DSLContext db() {
        return db;
    }

    /** Adds a submitted record; lists become references or codes. Values come in pairs: column, value. */
    public String add(String form, Object... pairs) {
        String id = String.format("%s-%06d", form, ++last);
        put(form, id, pairs);
        return id;
    }

    /** Adds a submitted record with a given id. */
    public void put(String form, String id, Object... pairs) {
        List<Field<?>> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        Map<String, Object> header = Map.of("id", id, "status", "submitted", "created_at", "t", "created_by", "t",
                "updated_at", "t", "updated_by", "t");
        header.forEach((column, value) -> {
            columns.add(DSL.field(DSL.name(column)));
            values.add(value);
        });
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] instanceof List<?> many) {
                links(id, (String) pairs[i], many);
            } else if (pairs[i + 1] != null) {
                columns.add(DSL.field(DSL.name((String) pairs[i])));
                values.add(pairs[i + 1]);
            }
        }
        db.insertInto(DSL.table(DSL.name(form))).columns(columns).values(values).execute();
    }

    private void links(String id, String field, List<?> many) {
        boolean codes = CODES.contains(field);
        int ord = 0;
        for (Object value : many) {
            db.execute(codes ? "insert into record_code values (?, ?, ?, ?)" : "insert into record_ref values (?, ?, ?, ?)",
                    id, field, ord++, value);
        }
    }

    /** Changes columns of a record. */
    public void set(String form, String id, String column, Object value) {
        db.update(DSL.table(DSL.name(form))).set(DSL.field(DSL.name(column), Object.class), value)
                .where(DSL.field(DSL.name("id")).eq(id)).execute();
    }

    @Override
    public void close() {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
