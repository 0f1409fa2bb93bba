package org.shegong.reports.ledger.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shegong.db.store.RecordData;
import org.shegong.reports.ledger.recognise.LedgerKind;
import org.shegong.reports.ledger.recognise.LedgerWords;

/** What a record says in the columns of its ledger, where that is not the form's field of the same key. */
final class LedgerValues {

    private static final String COMMA = "\u3001";

    private final Names names;
    private final boolean plain;

    /**
     * Values of ledgers.
     *
     * @param plain whether names are written in full
     */
    LedgerValues(Names names, boolean plain) {
        this.names = names;
        this.plain = plain;
    }

    /** Reads the names that a page of records needs. */
    void load(LedgerKind kind, List<RecordData> page) {
        names.clear();
        names.loadClients(page.stream().flatMap(record -> Stream.concat(Stream.of(record.text("client_id")),
                Stream.concat(record.many("clients").stream(), record.many("persons").stream())))
                .filter(id -> !id.isEmpty()).distinct().toList());
        switch (kind) {
            case WORKERS -> names.loadCertificates(page.stream().map(RecordData::id).toList());
            case CLIENTS -> names.loadHouseholds(ids(page, "household_id"));
            case CASE_SESSIONS -> names.loadCases(ids(page, "case_id"));
            case GROUPS -> names.loadMembers(page.stream().map(RecordData::id).toList());
            case GROUP_SESSIONS -> {
                names.loadGroups(ids(page, "group_id"));
                names.loadMembers(ids(page, "group_id"));
            }
            case SUPERVISION_SESSIONS -> names.loadRounds(ids(page, "round_id"));
            case TRAINING_ATTENDANCE -> names.loadAttendees(page.stream().map(RecordData::id).toList());
            default -> { }
        }
    }

    private static List<String> ids(List<RecordData> page, String field) {
        return page.stream().map(record -> record.text(field)).filter(id -> !id.isEmpty()).distinct().toList();
    }

    /** Values by column; texts, Longs and dates. Columns that are absent hold the field of the same key. */
    Map<String, Object> of(LedgerKind kind, RecordData record) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("worker", names.worker(record.text("worker_id")));
        values.put("village", names.village(record.text("village_id")));
        switch (kind) {
            case WORKERS -> worker(record, values);
            case CLIENTS -> client(record, values);
            case CASES -> named(record.text("client_id"), "client", values);
            case CASE_SESSIONS -> caseSession(record, values);
            case VISITS -> visit(record, values);
            case CONSULTATIONS -> consultation(record, values);
            case GROUPS -> group(record, values);
            case GROUP_SESSIONS -> groupSession(record, values);
            case ACTIVITIES -> people(record.many("clients"), "clients", values);
            case SUPERVISION_SESSIONS -> supervision(record, values);
            case TRAINING_ATTENDANCE -> values.put("workers", String.join(COMMA, names.attendees(record.id())));
            case VOLUNTEER_SERVICES -> values.put("activity", record.text("activity_name"));
            default -> { }
        }
        return values;
    }

    private void worker(RecordData record, Map<String, Object> values) {
        Names.Certificate certificate = names.certificate(record.id());
        if (certificate != null) {
            values.put("cert_level", certificate.level());
            values.put("cert_date", certificate.issued());
            values.put("cert_no", certificate.number());
        }
    }

    private void client(RecordData record, Map<String, Object> values) {
        values.put("category", record.text("primary_cat"));
        values.put("household_no", names.other(record.text("household_id")));
        values.put("phone", Stream.of(record.text("phone"), record.text("phone2")).filter(text -> !text.isEmpty())
                .collect(Collectors.joining(COMMA)));
    }

    /** The name and village of a client, and the number that settles a name that two have. */
    private void named(String clientId, String field, Map<String, Object> values) {
        Names.Client client = names.client(clientId);
        if (client != null) {
            values.put(field, Shown.client(client, plain));
            values.put("village", names.village(client.villageId()));
            values.put(LedgerWords.SETTLE_FIELD, client.unsure() ? client.clientNo() : "");
        }
    }

    private void caseSession(RecordData record, Map<String, Object> values) {
        values.put("case_no", names.other(record.text("case_id")));
        values.put("client_name", shortNames(record.many("persons"), id -> id));
        values.put("persons", record.many("persons").size() + record.number("others"));
    }

    private void visit(RecordData record, Map<String, Object> values) {
        List<String> clients = record.many("clients");
        if (!clients.isEmpty()) {
            named(clients.get(0), "name", values);
            values.put("others", shortNames(clients.subList(1, clients.size()), id -> id));
            values.put(LedgerWords.SETTLE_FIELD, unsure(clients));
        }
        values.put("worker", Stream.concat(Stream.of(record.text("worker_id")), record.many("co_workers").stream())
                .map(names::worker).filter(name -> !name.isEmpty()).collect(Collectors.joining(COMMA)));
        values.put("note", record.text("services_note"));
    }

    private void consultation(RecordData record, Map<String, Object> values) {
        if (!record.text("client_id").isEmpty()) {
            named(record.text("client_id"), "name", values);
        } else {
            values.put("name", Shown.name(record.text("name"), plain));
        }
    }

    private void group(RecordData record, Map<String, Object> values) {
        List<String> clients = names.members(record.id()).stream().map(Names.Member::clientId)
                .filter(Objects::nonNull).toList();
        people(clients, "members", values);
        values.put("anonymous", (long) names.members(record.id()).size() - clients.size());
    }

    private void groupSession(RecordData record, Map<String, Object> values) {
        Map<String, Names.Member> members = names.members(record.text("group_id")).stream()
                .collect(Collectors.toMap(Names.Member::id, member -> member));
        List<String> clients = new ArrayList<>();
        long unnamed = 0;
        for (String id : record.many("present")) {
            Names.Member member = members.get(id);
            if (member != null && member.clientId() != null) {
                clients.add(member.clientId());
            } else if (member != null) {
                unnamed++;
            }
        }
        values.put("group", names.other(record.text("group_id")));
        people(clients, "present", values);
        values.put("anonymous", unnamed);
    }

    private void supervision(RecordData record, Map<String, Object> values) {
        values.put("round", names.other(record.text("round_id")));
        values.put("supervisor", record.text("supervisor_name"));
        values.put("supervisees", record.many("supervisees").stream().map(names::worker)
                .filter(name -> !name.isEmpty()).collect(Collectors.joining(COMMA)));
    }

    /** A list of persons, each with the village in brackets. */
    private void people(List<String> clients, String field, Map<String, Object> values) {
        values.put(field, shortNames(clients, id -> {
            Names.Client client = names.client(id);
            String village = client == null ? "" : names.village(client.villageId());
            return village.isEmpty() ? "" : "\uFF08" + village + "\uFF09";
        }));
        values.put(LedgerWords.SETTLE_FIELD, unsure(clients));
    }

    private String shortNames(List<String> clients, Function<String, String> ending) {
        return clients.stream().filter(id -> names.client(id) != null).map(id -> {
            String end = ending.apply(id);
            return Shown.client(names.client(id), plain) + (end.equals(id) ? "" : end);
        }).collect(Collectors.joining(COMMA));
    }

    private String unsure(List<String> clients) {
        return clients.stream().map(names::client).filter(client -> client != null && client.unsure())
                .map(Names.Client::clientNo).filter(Objects::nonNull).collect(Collectors.joining(COMMA));
    }
}
