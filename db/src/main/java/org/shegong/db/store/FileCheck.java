package org.shegong.db.store;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;

/**
 * Reads the whole file and says what is damaged.
 *
 * <p>Every page carries a keyed check value, so reading a page proves it. SQLite's own check does not read every
 * page; the page statistics do. Pages that hold nothing are left out: their content is never used again.
 */
public final class FileCheck {
    private FileCheck() {
    }

    /** What was found. */
    public enum Fault {
        /** A page cannot be read, or its check value is wrong. */
        PAGE,
        /** Tables and indexes do not agree. */
        STRUCTURE,
        /** A record points to one that is not there. */
        REFERENCE
    }

    /**
     * Checks an open station file; takes as long as reading all of it.
     *
     * @return kinds of damage, each once; empty when all is well
     */
    public static List<Fault> faults(StationFile file) {
        return file.outsideTransaction(db -> {
            List<Fault> faults = new ArrayList<>();
            if (!everyPageReads(db)) {
                faults.add(Fault.PAGE);
            }
            if (!sound(db, "PRAGMA integrity_check")) {
                faults.add(Fault.STRUCTURE);
            }
            if (!everyReferenceLeads(db)) {
                faults.add(Fault.REFERENCE);
            }
            return List.copyOf(faults);
        });
    }

    private static boolean everyPageReads(DSLContext db) {
        try {
            db.fetch("SELECT SUM(payload) FROM dbstat");
            return true;
        } catch (DataAccessException e) {
            return false;
        }
    }

    private static boolean sound(DSLContext db, String pragma) {
        try {
            List<Record> answer = new ArrayList<>(db.fetch(pragma));
            return answer.size() == 1 && "ok".equals(answer.get(0).get(0, String.class));
        } catch (DataAccessException e) {
            return false;
        }
    }

    private static boolean everyReferenceLeads(DSLContext db) {
        try {
            return db.fetch("PRAGMA foreign_key_check").isEmpty();
        } catch (DataAccessException e) {
            return false;
        }
    }
}
