package org.shegong.reports.ledger.write;

import static org.shegong.db.schema.Tables.CASE_FILE;
import static org.shegong.db.schema.Tables.CERTIFICATE;
import static org.shegong.db.schema.Tables.CLIENT;
import static org.shegong.db.schema.Tables.GROUP_MEMBER;
import static org.shegong.db.schema.Tables.GROUP_WORK;
import static org.shegong.db.schema.Tables.HOUSEHOLD;
import static org.shegong.db.schema.Tables.SUPERVISION_ROUND;
import static org.shegong.db.schema.Tables.TRAINING_ATTENDANCE;
import static org.shegong.db.schema.Tables.VILLAGE;
import static org.shegong.db.schema.Tables.WORKER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.shegong.db.Station;
import org.shegong.db.forms.Shield;
import org.shegong.db.journal.seal.SealedContent;

/** The names of what ledger rows refer to, read for a page of records at a time. */
final class Names {

    private static final int CHUNK = 500;

    /**
     * A client in a ledger; unsure when another client has the same name in the same village; the shield says how
     * closely he is hidden in a masked one.
     */
    record Client(String name, String villageId, String clientNo, boolean unsure, Shield shield) {
    }

    /** A member of a group; the client is null for somebody without a name. */
    record Member(String id, String clientId) {
    }

    /** A certificate. */
    record Certificate(String level, LocalDate issued, String number) {
    }

    private final Station station;
    private final Map<String, String> villages = new HashMap<>();
    private final Map<String, String> workers = new HashMap<>();
    private final Set<String> sharedNames = new HashSet<>();
    private boolean sharedNamesFound;
    private final Map<String, Client> clients = new HashMap<>();
    private final Map<String, String> others = new HashMap<>();
    private final Map<String, List<Member>> members = new HashMap<>();
    private final Map<String, List<String>> attendees = new HashMap<>();
    private final Map<String, Certificate> certificates = new HashMap<>();

    Names(Station station) {
        this.station = station;
        station.file().read(db -> {
            db.select(VILLAGE.ID, VILLAGE.NAME).from(VILLAGE).forEach(row -> villages.put(row.value1(), row.value2()));
            db.select(WORKER.ID, WORKER.NAME).from(WORKER).forEach(row -> workers.put(row.value1(), row.value2()));
            return null;
        });
    }

    /** Finds names that two clients of one village have, when the first client is named: not every ledger names one. */
    private void findSharedNames(DSLContext db) {
        if (!sharedNamesFound) {
            db.select(CLIENT.NAME, CLIENT.VILLAGE_ID).from(CLIENT).where(CLIENT.DELETED_AT.isNull())
                    .and(CLIENT.MERGED_TO.isNull()).groupBy(CLIENT.NAME, CLIENT.VILLAGE_ID)
                    .having(org.jooq.impl.DSL.count().gt(1))
                    .forEach(row -> sharedNames.add(row.value1() + "|" + row.value2()));
            sharedNamesFound = true;
        }
    }

    String village(String id) {
        return villages.getOrDefault(id, "");
    }

    String worker(String id) {
        return workers.getOrDefault(id, "");
    }

    /** Null for a client that does not exist. */
    Client client(String id) {
        return clients.get(id);
    }

    /** Number or name of a household, case, group or round that was loaded. */
    String other(String id) {
        return others.getOrDefault(id, "");
    }

    List<Member> members(String groupId) {
        return members.getOrDefault(groupId, List.of());
    }

    List<String> attendees(String trainingId) {
        return attendees.getOrDefault(trainingId, List.of());
    }

    /** The highest certificate of a worker, or null. */
    Certificate certificate(String workerId) {
        return certificates.get(workerId);
    }

    /** Forgets the page before. */
    void clear() {
        clients.clear();
        others.clear();
        members.clear();
        attendees.clear();
        certificates.clear();
    }

    /** Clients that are not shown to this account have no name here. */
    void loadClients(Collection<String> wanted) {
        Collection<String> ids = station.records().visible("client", wanted);
        Map<String, Shield> shields = station.records().shieldsOfClients(ids);
        each(ids, (db, part) -> {
            findSharedNames(db);
            db.select(CLIENT.ID, CLIENT.NAME, CLIENT.VILLAGE_ID, CLIENT.CLIENT_NO).from(CLIENT)
                    .where(CLIENT.ID.in(part)).forEach(row -> clients.put(row.value1(), new Client(SealedContent.opened(db,
                            "client", row.value1(), "name", row.value2()), row.value3(), row.value4(),
                            sharedNames.contains(row.value2() + "|" + row.value3()),
                            shields.getOrDefault(row.value1(), Shield.USUAL))));
        });
    }

    void loadHouseholds(Collection<String> ids) {
        loadOthers(ids, HOUSEHOLD, HOUSEHOLD.ID, HOUSEHOLD.NO);
    }

    void loadCases(Collection<String> ids) {
        loadOthers(ids, CASE_FILE, CASE_FILE.ID, CASE_FILE.CASE_NO);
    }

    void loadGroups(Collection<String> ids) {
        loadOthers(ids, GROUP_WORK, GROUP_WORK.ID, GROUP_WORK.NAME);
    }

    void loadRounds(Collection<String> ids) {
        loadOthers(ids, SUPERVISION_ROUND, SUPERVISION_ROUND.ID, SUPERVISION_ROUND.NAME);
    }

    private void loadOthers(Collection<String> ids, Table<?> table, Field<String> id, Field<String> text) {
        each(ids, (db, part) -> db.select(id, text).from(table).where(id.in(part))
                .forEach(row -> others.put(row.value1(), row.value2() == null ? "" : row.value2())));
    }

    /** Members of groups with the clients among them. */
    void loadMembers(Collection<String> groupIds) {
        each(groupIds, (db, part) -> db.select(GROUP_MEMBER.ID, GROUP_MEMBER.GROUP_ID, GROUP_MEMBER.CLIENT_ID)
                .from(GROUP_MEMBER).where(GROUP_MEMBER.GROUP_ID.in(part)).and(GROUP_MEMBER.DELETED_AT.isNull())
                .orderBy(GROUP_MEMBER.ID).forEach(row -> members.computeIfAbsent(row.value2(), id -> new ArrayList<>())
                        .add(new Member(row.value1(), row.value3()))));
        loadClients(members.values().stream().flatMap(List::stream).map(Member::clientId)
                .filter(java.util.Objects::nonNull).distinct().toList());
    }

    void loadAttendees(Collection<String> trainingIds) {
        each(trainingIds, (db, part) -> db.select(TRAINING_ATTENDANCE.TRAINING_ID, TRAINING_ATTENDANCE.WORKER_ID,
                        TRAINING_ATTENDANCE.EXT_NAME).from(TRAINING_ATTENDANCE)
                .where(TRAINING_ATTENDANCE.TRAINING_ID.in(part)).and(TRAINING_ATTENDANCE.DELETED_AT.isNull())
                .orderBy(TRAINING_ATTENDANCE.ID).forEach(row -> attendees
                        .computeIfAbsent(row.value1(), id -> new ArrayList<>())
                        .add(row.value2() == null ? row.value3() : worker(row.value2()))));
    }

    void loadCertificates(Collection<String> workerIds) {
        each(workerIds, (db, part) -> db.select(CERTIFICATE.WORKER_ID, CERTIFICATE.LEVEL, CERTIFICATE.ISSUED_ON,
                        CERTIFICATE.CERT_NO).from(CERTIFICATE).where(CERTIFICATE.WORKER_ID.in(part))
                .and(CERTIFICATE.DELETED_AT.isNull()).orderBy(CERTIFICATE.LEVEL)
                .forEach(row -> certificates.put(row.value1(), certificate(row))));
    }

    private static Certificate certificate(Record row) {
        String issued = row.get(CERTIFICATE.ISSUED_ON);
        return new Certificate(row.get(CERTIFICATE.LEVEL), issued == null ? null : LocalDate.parse(issued),
                row.get(CERTIFICATE.CERT_NO));
    }

    private interface Load {
        void of(DSLContext db, List<String> ids);
    }

    private void each(Collection<String> ids, Load load) {
        List<String> all = new ArrayList<>(ids);
        station.file().read(db -> {
            for (int from = 0; from < all.size(); from += CHUNK) {
                load.of(db, all.subList(from, Math.min(all.size(), from + CHUNK)));
            }
            return null;
        });
    }
}
