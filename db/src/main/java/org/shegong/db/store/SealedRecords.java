package org.shegong.db.store;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.shegong.db.security.NotPermittedException;
import org.shegong.db.security.Right;

/**
 * The sealed records of a station by number, and to whom each is assigned besides the worker responsible for it. Names
 * are not read here: a leader assigns by number. Not for the window's thread.
 */
public final class SealedRecords {
    private static final String SETTING = "setting";
    private final StationFile file;
    private final RecordStore records;
    private final RecordSaving saving;
    private final Clearance clearance;
    private final RecordIds ids;

    public SealedRecords(StationFile file, RecordStore records, RecordSaving saving, Clearance clearance,
                         RecordIds ids) {
        this.file = file;
        this.records = records;
        this.saving = saving;
        this.clearance = clearance;
        this.ids = ids;
    }

    /**
     * One of them.
     *
     * @param form client, case_file or crisis
     * @param number document number; may be empty
     * @param worker name of the worker responsible; empty when there is none
     * @param accounts ids of the accounts it is assigned to
     */
    public record Sealed(String form, String id, String number, String worker, Set<String> accounts) {
    }

    /**
     * All of them, by kind and number.
     *
     * @throws NotPermittedException unless the role assigns records
     */
    public List<Sealed> list(LocalDate today) {
        clearance.require(Right.ASSIGN);
        String roots = new SealedScope(new SealedScope.Viewer("", "", false, List.of()), () -> today).roots();
        return file.read(db -> db.resultQuery("SELECT r.form, r.id, r.no, w.name, g.value FROM (" + roots + ") r"
                + " LEFT JOIN worker w ON w.id = r.worker LEFT JOIN setting g ON g.key = '" + SealedScope.ASSIGNED
                + "' || r.id AND g.deleted_at IS NULL ORDER BY r.form, r.no, r.id")
            .fetch(row -> new Sealed(row.get(0, String.class), row.get(1, String.class), text(row.get(2, String.class)),
                text(row.get(3, String.class)), accounts(row.get(4, String.class)))));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static Set<String> accounts(String value) {
        return value == null || value.isBlank() ? Set.of() : new TreeSet<>(List.of(value.split(" ")));
    }

    /**
     * Says who else may open a record; the history keeps it.
     *
     * @param accounts ids of accounts; those left out lose it
     * @throws NotPermittedException unless the role assigns records
     */
    public void assign(String recordId, Set<String> accounts) {
        clearance.require(Right.ASSIGN);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("key", SealedScope.ASSIGNED + recordId);
        values.put("value", accounts.isEmpty() ? null : String.join(" ", new TreeSet<>(accounts)));
        Optional<RecordData> before = records.list(ListQuery.all(SETTING)
            .withFilter("key", Set.of(SealedScope.ASSIGNED + recordId))).stream().findFirst();
        saving.save(before.isPresent() ? RecordDraft.change(before.get(), RecordStatus.SUBMITTED, values)
            : RecordDraft.entered(SETTING, ids.next(), RecordStatus.SUBMITTED, values));
    }
}
