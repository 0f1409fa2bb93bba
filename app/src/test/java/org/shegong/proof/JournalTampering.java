package org.shegong.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.shegong.db.Station;
import org.shegong.db.journal.RecordWrite;

/** Tampers with the journal in every way that the tables allow, one at a time, and looks whether a check finds it. */
final class JournalTampering {
    private static final List<String> TABLES = List.of("journal_entry", "journal_step");
    private final Path folder;
    private final Random random;
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    JournalTampering(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    List<String> run(int count) throws IOException {
        Path path = folder.resolve("station");
        ProofStation.delete(path);
        byte[] key = ProofStation.found(path);
        try (Station station = ProofStation.open(path, key)) {
            fill(station);
            if (!station.journal().verify().isEmpty()) {
                faults.add("an honest journal is accused: " + station.journal().verify());
                return faults;
            }
            station.file().write(db -> TABLES.stream().mapToInt(table ->
                db.execute("CREATE TABLE kept_" + table + " AS SELECT * FROM " + table)).sum());
            for (int done = 0; done < count;) {
                done += once(station) ? 1 : 0;
            }
        }
        Figures.say("journal    %6d of %d tamperings found %s", count - faults.size(), count, kinds);
        return faults;
    }

    /** New records, changes, imports, removals, steps taken back and notes. */
    private static void fill(Station station) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(ProofStation.save(station, "t" + i));
        }
        List<RecordWrite> many = new ArrayList<>();
        ids.forEach(id -> many.add(new RecordWrite.Update("village", id, 1, Map.of(), new HashMap<>(Map.of("population",
            100L)))));
        String step = station.journal().write(station.actor(), "save", "many", many).id();
        station.journal().undo(station.actor(), step, "undo");
        station.journal().write(station.actor(), "delete", "gone", List.of(new RecordWrite.Delete("village", ids.get(0))));
        station.journal().event(station.actor(), "export", "list", "village", "", Map.of("reason", "proof"));
        station.file().write(db -> station.journal().eraseIn(db, ids.get(1), List.of("name")));
        ProofStation.save(station, "last");
    }

    private boolean once(Station station) {
        String[] what = new String[1];
        boolean changed = station.file().write(db -> {
            try {
                what[0] = tamper(db);
            } catch (DataAccessException refusedByTheTable) {
                return false;
            }
            return TABLES.stream().anyMatch(table -> differs(db, table));
        });
        if (changed) {
            kinds.merge(what[0].split(" ")[0], 1, Integer::sum);
            if (station.journal().verify().isEmpty()) {
                faults.add("not found: " + what[0]);
            }
        }
        station.file().write(db -> TABLES.stream().mapToInt(table -> db.execute("DELETE FROM " + table)
            + db.execute("INSERT INTO " + table + " SELECT * FROM kept_" + table)).sum());
        return changed;
    }

    private static boolean differs(DSLContext db, String table) {
        String one = "SELECT * FROM " + table;
        String other = "SELECT * FROM kept_" + table;
        return !db.fetch("SELECT * FROM (" + one + " EXCEPT " + other + ") UNION ALL SELECT * FROM ("
            + other + " EXCEPT " + one + ")").isEmpty();
    }

    private String tamper(DSLContext db) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> edit(db, "journal_entry");
            case 3, 4 -> edit(db, "journal_step");
            case 5 -> "delete " + db.execute("DELETE FROM journal_entry WHERE rowid = ?", any(db, "journal_entry"));
            case 6 -> "forget " + db.execute("DELETE FROM journal_step WHERE rowid = ?", any(db, "journal_step"));
            case 7 -> truncate(db);
            case 8 -> swap(db, "journal_entry");
            case 9 -> swap(db, "journal_step");
            case 10 -> duplicate(db);
            default -> move(db);
        };
    }

    private long any(DSLContext db, String table) {
        List<Long> all = db.fetch("SELECT rowid FROM " + table).getValues(0, Long.class);
        return all.get(random.nextInt(all.size()));
    }

    private String column(DSLContext db, String table) {
        List<String> columns = db.fetch("SELECT name FROM pragma_table_info(?)", table).getValues(0, String.class);
        return columns.get(random.nextInt(columns.size()));
    }

    private String edit(DSLContext db, String table) {
        String column = column(db, table);
        long row = any(db, table);
        Object value = db.fetchValue("SELECT " + column + " FROM " + table + " WHERE rowid = ?", row);
        db.execute("UPDATE " + table + " SET " + column + " = ? WHERE rowid = ?", changed(value), row);
        return "edit " + table + "." + column + " row " + row + " was " + value;
    }

    private Object changed(Object value) {
        if (value instanceof Number number) {
            return number.longValue() + (random.nextBoolean() ? 1 : -1);
        }
        if (value instanceof byte[] bytes) {
            byte[] copy = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, bytes.length - 1) : bytes.clone();
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
            return random.nextInt(6) == 0 ? null : copy;
        }
        if (value == null || value.toString().isEmpty()) {
            return random.nextInt(8) == 0 ? new byte[] {1} : "x";
        }
        StringBuilder text = new StringBuilder(value.toString());
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
            case 0 -> text.setCharAt(at, (char) (text.charAt(at) ^ 1));
            case 1 -> text.deleteCharAt(at);
            default -> text.insert(at, 'x');
        }
        return text.toString();
    }

    /** The newest entries with the steps that they belong to, which leaves a journal that is whole in itself. */
    private String truncate(DSLContext db) {
        long last = db.resultQuery("SELECT MAX(seq) FROM journal_entry WHERE device_id = 'd1'").fetchOne(0, Long.class);
        long after = random.nextInt((int) last);
        db.execute("DELETE FROM journal_step WHERE id IN (SELECT step_id FROM journal_entry WHERE seq > ? AND "
            + "device_id = 'd1')", after);
        db.execute("DELETE FROM journal_entry WHERE step_id NOT IN (SELECT id FROM journal_step)");
        return "truncate after " + after;
    }

    /** One to all columns of two rows change places. */
    private String swap(DSLContext db, String table) {
        String column = random.nextBoolean() ? column(db, table) : "";
        String key = table.equals("journal_entry") ? "seq" : "id";
        long one = any(db, table);
        long other = any(db, table);
        Record a = db.fetchOne("SELECT * FROM " + table + " WHERE rowid = ?", one);
        Record b = db.fetchOne("SELECT * FROM " + table + " WHERE rowid = ?", other);
        for (String name : Arrays.stream(a.fields()).map(org.jooq.Field::getName).toList()) {
            if (column.isEmpty() ? !name.equals(key) : name.equals(column) && !name.equals(key)) {
                db.execute("UPDATE " + table + " SET " + name + " = ? WHERE rowid = ?", b.get(name), one);
                db.execute("UPDATE " + table + " SET " + name + " = ? WHERE rowid = ?", a.get(name), other);
            }
        }
        return "swap " + table + "." + column + " rows " + one + " " + other;
    }

    private String duplicate(DSLContext db) {
        long row = any(db, "journal_entry");
        db.execute("INSERT INTO journal_entry SELECT device_id, (SELECT MAX(seq) + 1 FROM journal_entry), step_id, at, "
            + "account_id, op, form, record_id, record_version, changes, prev_hash, hash, proof FROM journal_entry "
            + "WHERE rowid = ?", row);
        return "duplicate row " + row;
    }

    private String move(DSLContext db) {
        long row = any(db, "journal_entry");
        db.execute("UPDATE journal_entry SET " + (random.nextBoolean() ? "device_id = 'd2'" : "seq = seq + 1000")
            + " WHERE rowid = ?", row);
        return "move row " + row;
    }
}
