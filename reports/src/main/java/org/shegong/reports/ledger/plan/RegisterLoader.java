package org.shegong.reports.ledger.plan;

import static org.shegong.db.schema.Tables.ACTIVITY;
import static org.shegong.db.schema.Tables.CASE_FILE;
import static org.shegong.db.schema.Tables.CLIENT;
import static org.shegong.db.schema.Tables.GROUP_MEMBER;
import static org.shegong.db.schema.Tables.GROUP_WORK;
import static org.shegong.db.schema.Tables.HOUSEHOLD;
import static org.shegong.db.schema.Tables.SUPERVISION_ROUND;
import static org.shegong.db.schema.Tables.SUPERVISION_SESSION;
import static org.shegong.db.schema.Tables.SUPERVISOR;
import static org.shegong.db.schema.Tables.VILLAGE;
import static org.shegong.db.schema.Tables.WORKER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.shegong.db.domain.PersonName;
import org.shegong.db.journal.seal.SealedContent;
import org.shegong.db.journal.seal.SealedText;
import org.shegong.db.journal.seal.Seals;
import org.shegong.reports.ledger.recognise.LedgerWords;

/** Loads the register from the station's file. Recycled and void records do not count. */
final class RegisterLoader {

    private static final String VOID = "void";

    private final DSLContext db;
    private final Register register;

    private RegisterLoader(DSLContext db, LedgerWords words) {
        this.db = db;
        this.register = new Register(words);
    }

    static Register load(DSLContext db, LedgerWords words) {
        RegisterLoader loader = new RegisterLoader(db, words);
        loader.places();
        loader.staff();
        loader.clients();
        loader.work();
        return loader.register;
    }

    private static Condition living(Field<String> deletedAt, Field<String> status) {
        return deletedAt.isNull().and(status.ne(VOID));
    }

    private void places() {
        db.select(VILLAGE.ID, VILLAGE.NAME, VILLAGE.IMPORT_KEY).from(VILLAGE)
                .where(living(VILLAGE.DELETED_AT, VILLAGE.STATUS)).orderBy(VILLAGE.ID)
                .forEach(row -> register.putVillage(row.value1(), text(row.value2()), row.value3()));
        db.select(HOUSEHOLD.ID, HOUSEHOLD.NO).from(HOUSEHOLD)
                .where(living(HOUSEHOLD.DELETED_AT, HOUSEHOLD.STATUS)).orderBy(HOUSEHOLD.ID)
                .forEach(row -> register.putHousehold(row.value1(), row.value2()));
    }

    private void staff() {
        db.select(WORKER.ID, WORKER.NAME, WORKER.ON_FROM, WORKER.LEAVE_DATE, WORKER.IMPORT_KEY).from(WORKER)
                .where(living(WORKER.DELETED_AT, WORKER.STATUS)).orderBy(WORKER.ID)
                .forEach(row -> register.putWorker(new Register.Worker(row.value1(), text(row.value2()),
                        date(row.value3()), date(row.value4()), row.value5())));
        db.select(SUPERVISOR.ID, SUPERVISOR.NAME).from(SUPERVISOR)
                .where(living(SUPERVISOR.DELETED_AT, SUPERVISOR.STATUS)).orderBy(SUPERVISOR.ID)
                .forEach(row -> register.putSupervisor(row.value1(), text(row.value2())));
    }

    private void clients() {
        Map<String, Record> merged = new HashMap<>();
        sealedNumbers();
        db.select(CLIENT.ID, CLIENT.NAME, CLIENT.VILLAGE_ID, CLIENT.ID_NO, CLIENT.CLIENT_NO, CLIENT.HOUSEHOLD_ID,
                        CLIENT.FILED_DATE, CLIENT.CLOSED_DATE, CLIENT.RESTORED_DATE, CLIENT.IMPORT_KEY,
                        CLIENT.MERGED_TO).from(CLIENT)
                .where(living(CLIENT.DELETED_AT, CLIENT.STATUS)).orderBy(CLIENT.ID).forEach(row -> {
                    if (row.get(CLIENT.MERGED_TO) != null) {
                        merged.put(row.get(CLIENT.ID), row);
                    } else {
                        register.people().put(person(row));
                    }
                });
        merged.values().forEach(row -> {
            Record kept = row;
            for (int hops = 0; kept != null && kept.get(CLIENT.MERGED_TO) != null && hops < 10; hops++) {
                String target = kept.get(CLIENT.MERGED_TO);
                if (!merged.containsKey(target)) {
                    register.people().alias(opened(row, CLIENT.ID_NO), text(row.get(CLIENT.CLIENT_NO)), target);
                }
                kept = merged.get(target);
            }
        });
    }

    /** Of people whose records are sealed from whoever imports it is known only that their numbers are taken. */
    private void sealedNumbers() {
        Map<String, String> hashes = db.fetch("SELECT hash, record_id FROM sealed_lookup").intoMap(
                row -> row.get(0, String.class), row -> row.get(1, String.class));
        Seals.of(db).filter(seals -> !hashes.isEmpty())
                .ifPresent(seals -> register.people().sealed(idNo -> hashes.get(seals.lookup(idNo))));
    }

    private String opened(Record row, Field<String> column) {
        String value = SealedContent.opened(db, "client", row.get(CLIENT.ID), column.getName(), row.get(column));
        return SealedText.isStandIn(value) ? "" : value;
    }

    private Person person(Record row) {
        return new Person(row.get(CLIENT.ID), PersonName.normalise(opened(row, CLIENT.NAME)), row.get(CLIENT.VILLAGE_ID),
                opened(row, CLIENT.ID_NO), text(row.get(CLIENT.CLIENT_NO)), row.get(CLIENT.HOUSEHOLD_ID),
                date(row.get(CLIENT.FILED_DATE)), closed(row), row.get(CLIENT.IMPORT_KEY));
    }

    /** Somebody put back on the register has not left it. */
    private static LocalDate closed(Record row) {
        return row.get(CLIENT.RESTORED_DATE) == null ? date(row.get(CLIENT.CLOSED_DATE)) : null;
    }

    private void work() {
        db.select(CASE_FILE.ID, CASE_FILE.CASE_NO, CASE_FILE.CLIENT_ID, CASE_FILE.OPEN_DATE, CASE_FILE.CLOSE_DATE,
                        CASE_FILE.IMPORT_KEY).from(CASE_FILE)
                .where(living(CASE_FILE.DELETED_AT, CASE_FILE.STATUS)).orderBy(CASE_FILE.ID)
                .forEach(row -> register.putCase(new Register.CaseFile(row.value1(), text(row.value2()),
                        row.value3(), date(row.value4()), date(row.value5()), row.value6())));
        Map<String, List<Register.Member>> members = members();
        db.select(GROUP_WORK.ID, GROUP_WORK.NAME, GROUP_WORK.IMPORT_KEY).from(GROUP_WORK)
                .where(living(GROUP_WORK.DELETED_AT, GROUP_WORK.STATUS)).orderBy(GROUP_WORK.ID)
                .forEach(row -> register.putGroup(new Register.Group(row.value1(), text(row.value2()), row.value3(),
                        members.getOrDefault(row.value1(), new ArrayList<>()))));
        db.select(ACTIVITY.ID, ACTIVITY.NAME, ACTIVITY.DATE).from(ACTIVITY)
                .where(living(ACTIVITY.DELETED_AT, ACTIVITY.STATUS)).orderBy(ACTIVITY.ID)
                .forEach(row -> register.putActivity(row.value1(), text(row.value2()), date(row.value3())));
        Field<String> supervisor = DSL.coalesce(SUPERVISION_ROUND.SUPERVISOR_NAME, "");
        db.select(SUPERVISION_ROUND.ID, SUPERVISION_ROUND.NAME, supervisor).from(SUPERVISION_ROUND)
                .where(living(SUPERVISION_ROUND.DELETED_AT, SUPERVISION_ROUND.STATUS)).orderBy(SUPERVISION_ROUND.ID)
                .forEach(row -> register.putRound(new Register.Round(row.value1(), text(row.value2()), row.value3())));
        db.select(SUPERVISION_SESSION.ROUND_ID, DSL.max(SUPERVISION_SESSION.DATE)).from(SUPERVISION_SESSION)
                .where(living(SUPERVISION_SESSION.DELETED_AT, SUPERVISION_SESSION.STATUS))
                .and(SUPERVISION_SESSION.ROUND_ID.isNotNull()).and(SUPERVISION_SESSION.DATE.isNotNull())
                .groupBy(SUPERVISION_SESSION.ROUND_ID)
                .forEach(row -> register.putSession(row.value1(), date(row.value2())));
    }

    private Map<String, List<Register.Member>> members() {
        Map<String, List<Register.Member>> members = new HashMap<>();
        db.select(GROUP_MEMBER.ID, GROUP_MEMBER.GROUP_ID, GROUP_MEMBER.CLIENT_ID).from(GROUP_MEMBER)
                .where(living(GROUP_MEMBER.DELETED_AT, GROUP_MEMBER.STATUS)).orderBy(GROUP_MEMBER.ID)
                .forEach(row -> members.computeIfAbsent(row.value2(), id -> new ArrayList<>())
                        .add(new Register.Member(row.value1(), row.value3())));
        return members;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static LocalDate date(String iso) {
        return iso == null || iso.length() < 10 ? null : LocalDate.parse(iso.substring(0, 10));
    }
}
