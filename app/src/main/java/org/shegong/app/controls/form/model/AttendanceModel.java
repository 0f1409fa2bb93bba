package org.shegong.app.controls.form.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.shegong.db.Station;
import org.shegong.db.forms.Level;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.SaveResult;

/**
 * Sessions of a group against its members (forms catalogue, F16). Every mark is saved at once, session by session.
 *
 * <p>A member who left early stands in the lists of those present (or late) and early; nobody stands in two others.
 * For the thread of the window only.
 */
public final class AttendanceModel {
    private static final String SESSION = "group_session";
    private static final String MEMBER = "group_member";
    private static final List<String> LISTS = List.of("present", "late", "leave", "early");
    private final FormDesk desk;
    private final String groupId;
    private final List<Member> members = new ArrayList<>();
    private final List<Session> sessions = new ArrayList<>();
    private final Map<String, RecordData> stored = new LinkedHashMap<>();
    private final Map<String, Map<String, Attendance>> marks = new LinkedHashMap<>();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper(0);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private Consumer<RecordData> saved = record -> { };

    /** One member, named or not; {@code left} is null while they belong to the group. */
    public record Member(String id, String name, LocalDate joined, LocalDate left) {
        /** True when the member belonged to the group on that day; unknown days count as belonging. */
        public boolean isInOn(LocalDate day) {
            return day == null || (joined == null || !day.isBefore(joined)) && (left == null || day.isBefore(left));
        }
    }

    /** One session; {@code no} is 0 when it has no number. */
    public record Session(String id, long no, LocalDate date, String theme) {
    }

    private record Read(List<RecordData> sessions, List<RecordData> members, Map<String, String> names) {
    }

    public AttendanceModel(FormDesk desk, String groupId) {
        this.desk = desk;
        this.groupId = groupId;
    }

    /** Reads members and sessions anew in the background. */
    public void load() {
        desk.background().run(this::read, this::take, this::fail);
    }

    /** Members in the order in which they joined. */
    public List<Member> members() {
        return List.copyOf(members);
    }

    /** Sessions by date. */
    public List<Session> sessions() {
        return List.copyOf(sessions);
    }

    /** Grows with every change of what is shown. */
    public ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** What went wrong last, in words; empty when nothing did. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Hears of every session saved. */
    public void onSaved(Consumer<RecordData> listener) {
        saved = listener;
    }

    public Attendance mark(Session session, Member member) {
        return marks.get(session.id()).getOrDefault(member.id(), Attendance.ABSENT);
    }

    /** Goes on to the next mark, as a click or the space bar does. */
    public void cycle(Session session, Member member) {
        set(session, Map.of(member.id(), mark(session, member).next()));
    }

    /** Sets one mark. */
    public void set(Session session, Member member, Attendance mark) {
        set(session, Map.of(member.id(), mark));
    }

    /** Marks everybody who belonged to the group that day present, or, when all are, everybody absent. */
    public void cycleColumn(Session session) {
        List<Member> there = members.stream().filter(member -> member.isInOn(session.date())).toList();
        boolean all = there.stream().allMatch(member -> mark(session, member) == Attendance.PRESENT);
        Map<String, Attendance> wanted = new LinkedHashMap<>();
        there.forEach(member -> wanted.put(member.id(), all ? Attendance.ABSENT : Attendance.PRESENT));
        set(session, wanted);
    }

    /** How many were there. */
    public long there(Session session) {
        return marks.get(session.id()).values().stream().filter(Attendance::isThere).count();
    }

    /** How many were expected: those who belonged to the group that day. */
    public long expected(Session session) {
        return members.stream().filter(member -> member.isInOn(session.date())).count();
    }

    /** In how many sessions a member was there. */
    public long there(Member member) {
        return sessions.stream().filter(session -> mark(session, member).isThere()).count();
    }

    private void set(Session session, Map<String, Attendance> wanted) {
        marks.get(session.id()).putAll(wanted);
        changes.set(changes.get() + 1);
        save(session);
    }

    private void save(Session session) {
        RecordData before = stored.get(session.id());
        Map<String, Object> values = lists(session);
        Station station = desk.station();
        desk.background().keep(() -> {
            RecordData current = station.records().find(SESSION, session.id()).orElse(before);
            return station.saving().save(RecordDraft.change(current, current.status(), values));
        }, result -> ended(session, result), this::fail);
    }

    private void ended(Session session, SaveResult result) {
        if (result instanceof SaveResult.Saved kept) {
            stored.put(session.id(), kept.record());
            message.set("");
            saved.accept(kept.record());
        } else if (result instanceof SaveResult.Refused refused) {
            message.set(desk.texts().text("attendance.refused", refused.findings().stream()
                .filter(finding -> finding.level() == Level.E).findFirst().map(desk.texts()::finding).orElse("")));
        } else {
            save(session);
        }
    }

    /** The session's lists of members, as the record keeps them; an empty list as null. */
    private Map<String, Object> lists(Session session) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        LISTS.forEach(key -> lists.put(key, new ArrayList<>()));
        marks.get(session.id()).forEach((member, mark) -> {
            switch (mark) {
                case PRESENT -> lists.get("present").add(member);
                case LATE -> lists.get("late").add(member);
                case LEAVE -> lists.get("leave").add(member);
                case EARLY -> {
                    lists.get("present").add(member);
                    lists.get("early").add(member);
                }
                case LATE_EARLY -> {
                    lists.get("late").add(member);
                    lists.get("early").add(member);
                }
                default -> { }
            }
        });
        Map<String, Object> values = new LinkedHashMap<>();
        lists.forEach((key, ids) -> values.put(key, ids.isEmpty() ? null : ids));
        return values;
    }

    private Read read() {
        Station station = desk.station();
        List<RecordData> read = station.records().list(ListQuery.all(SESSION).sortedBy("date", false)
            .withFilter("group_id", Set.of(groupId)));
        List<RecordData> people = station.records().list(ListQuery.all(MEMBER).sortedBy("join_date", false)
            .withFilter("group_id", Set.of(groupId)));
        Map<String, String> names = station.records().labels("client",
            people.stream().map(member -> member.text("client_id")).filter(id -> !id.isEmpty()).toList());
        return new Read(read, people, names);
    }

    private void take(Read read) {
        members.clear();
        read.members().forEach(member -> members.add(new Member(member.id(),
            read.names().getOrDefault(member.text("client_id"), member.text("anon_name")),
            member.date("join_date"), member.date("leave_date"))));
        sessions.clear();
        marks.clear();
        stored.clear();
        for (RecordData session : read.sessions()) {
            sessions.add(new Session(session.id(), session.number("no"), session.date("date"),
                session.text("theme")));
            stored.put(session.id(), session);
            marks.put(session.id(), marksOf(session));
        }
        changes.set(changes.get() + 1);
    }

    private static Map<String, Attendance> marksOf(RecordData session) {
        Map<String, Attendance> marks = new LinkedHashMap<>();
        session.many("leave").forEach(id -> marks.put(id, Attendance.LEAVE));
        session.many("present").forEach(id -> marks.put(id, Attendance.PRESENT));
        session.many("late").forEach(id -> marks.put(id, Attendance.LATE));
        session.many("early").forEach(id -> marks.merge(id, Attendance.EARLY,
            (known, early) -> known == Attendance.LATE ? Attendance.LATE_EARLY : early));
        return marks;
    }

    private void fail(Exception failure) {
        message.set(desk.texts().failure(failure));
    }
}
