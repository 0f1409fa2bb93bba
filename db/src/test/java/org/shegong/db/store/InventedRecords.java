package org.shegong.db.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shegong.db.Station;
import org.shegong.db.codes.Code;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.Form;
import org.shegong.db.journal.KeptTyping;

/**
 * Saves invented records of every form through the program as it is: one with every field filled, some more of those
 * that rules work on, a file, a change, an undone step, something in the recycle bin, typing left unfinished, a record
 * that was erased, and a protected client of the person signed in, with what is about him.
 */
final class InventedRecords {
    static final String PROTECTED = "覃样例保密";
    static final String PROTECTED_NOTE = "样例保密内容";
    private final Station station;
    private final Map<String, String> first = new HashMap<>();

    InventedRecords(Station station) {
        this.station = station;
    }

    void save() {
        List<Form> waiting = new ArrayList<>(station.forms().all());
        while (!waiting.isEmpty()) {
            Form next = waiting.stream().filter(this::canBeSaved).findFirst().orElse(waiting.get(0));
            waiting.remove(next);
            saveFilled(next);
        }
        String visit = imported("visit", "1", Map.of("date", LocalDate.of(2026, 10, 9), "household_id",
            first.get("household"), "village_id", first.get("village"), "result", "1"));
        imported("visit", "2", Map.of("date", LocalDate.of(2026, 10, 9), "household_id", first.get("household"),
            "village_id", first.get("village"), "result", "1"));
        RecordData kept = station.records().find("visit", visit).orElseThrow();
        SaveResult.Saved changed = (SaveResult.Saved) station.saving().save(RecordDraft.change(kept,
            RecordStatus.DRAFT, Map.of("status_note", "改动后又撤销")));
        station.undo().undo(changed.stepId());
        String village = imported("village", "3", Map.of("name", "已删除的样例村"));
        station.recycling().recycle("village", village, "1", false);
        leaveUnfinished(kept);
        String client = imported("client", "4", Map.of("name", "已清除的样例对象", "village_id", first.get("village")));
        station.journal().erase(station.actor(), "清除", "样例原因", Map.of("client", Set.of(client)),
            (form, field) -> !field.mask().isEmpty());
        saveProtected();
    }

    /** What is sealed: words of a client, a visit and a file, a change of them, and typing that was broken off. */
    private void saveProtected() {
        String worker = imported("worker", "5", Map.of("name", station.actor().name()));
        String client = imported("client", "6", Map.of("name", PROTECTED, "primary_cat", "C503", "id_type", "01",
            "id_no", "450299199001019991", "owner_worker_id", worker, "village_id", first.get("village"), "note", "初稿"));
        RecordData kept = station.records().find("client", client).orElseThrow();
        station.saving().save(RecordDraft.change(kept, RecordStatus.DRAFT, Map.of("note", PROTECTED_NOTE)));
        String visit = imported("visit", "7", Map.of("date", LocalDate.of(2026, 10, 10), "clients", List.of(client),
            "worker_id", worker, "result", "1", "status_note", PROTECTED_NOTE));
        String photo = station.attachments().add("visit", visit, "photos", "样例照片.txt",
            PROTECTED_NOTE.getBytes(StandardCharsets.UTF_8)).id();
        station.saving().save(RecordDraft.change(station.records().find("visit", visit).orElseThrow(), RecordStatus.DRAFT,
            Map.of("photos", List.of(photo))));
        RecordData seen = station.records().find("visit", visit).orElseThrow();
        station.typing().keep(new KeptTyping("visit", visit, seen.version(), "", Map.of("status_note", PROTECTED_NOTE),
            Map.of(), Map.of(), "content"));
    }

    /** Typing that a power cut broke off: of a record that exists, and of one that does not. */
    private void leaveUnfinished(RecordData visit) {
        station.typing().keep(new KeptTyping("visit", visit.id(), visit.version(), "", Map.of("companions", "样例陪同"),
            Map.of(), Map.of("date", "2026-1"), "date"));
        station.typing().keep(new KeptTyping("consultation", station.newId(), 0, "", Map.of("content", "样例内容"),
            Map.of(), Map.of(), "status_note"));
    }

    private String imported(String form, String key, Map<String, Object> values) {
        String id = station.newId();
        station.saving().importAll("import", "导入", List.of(RecordDraft.imported(form, id, key, values)));
        return id;
    }

    private boolean canBeSaved(Form form) {
        return form.fields().stream().allMatch(field -> field.target().isEmpty() || first.containsKey(field.target())
            || field.target().equals(form.key()));
    }

    private void saveFilled(Form form) {
        String id = station.newId();
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            Object value = value(form, id, field);
            if (value != null) {
                values.put(field.key(), value);
            }
        }
        SaveResult result = station.saving().save(RecordDraft.entered(form.key(), id, RecordStatus.DRAFT, values));
        if (!(result instanceof SaveResult.Saved)) {
            throw new IllegalStateException(form.key() + ": " + result);
        }
        first.put(form.key(), id);
    }

    private Object value(Form form, String id, Field field) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> "样例" + field.label();
            case INTEGER, MINUTES, MONEY -> 30L;
            case DECIMAL -> new BigDecimal("1.5");
            case DATE -> LocalDate.of(2026, 10, 9);
            case DATE_TIME -> LocalDateTime.of(2026, 10, 9, 9, 30);
            case TIME -> LocalTime.of(9, 30);
            case BOOL -> true;
            case CODE -> code(field);
            case CODES -> List.of(code(field));
            case REF -> first.get(field.target());
            case REFS -> first.containsKey(field.target()) ? List.of(first.get(field.target())) : null;
            case ATTACHMENT -> List.of(station.attachments().add(form.key(), id, field.key(), "样例附件.txt",
                "样例内容".getBytes(StandardCharsets.UTF_8)).id());
            case AUTO, COMPUTED -> null;
        };
    }

    private String code(Field field) {
        return station.codes().list(field.codes()).codes().stream().filter(code -> !code.isHeading())
            .map(Code::code).findFirst().orElse(null);
    }
}
