package org.shegong.db.journal;

import static org.shegong.db.schema.Tables.TYPING_DRAFT;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.shegong.db.domain.InstantText;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.seal.Seals;
import org.shegong.db.journal.seal.TypingPlace;
import org.shegong.db.store.ColumnValues;
import org.shegong.db.store.SealRoots;
import org.shegong.db.store.StationFile;

/**
 * Keeps what is being typed, in the station's encrypted file, until it is saved or given up.
 *
 * <p>Typing is not history until it is saved: it is no entry of the journal, or every pause in a sentence would become
 * one; the journal then holds the change from the last save to the next. Each account sees its own typing alone. Safe
 * for use from several threads, not for the window's.
 */
public final class TypingDrafts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final StationFile file;
    private final FormCatalogue forms;
    private final Actor actor;
    private final Clock clock;
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    /** What of a draft is kept as JSON, with values as they are stored in columns. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Content(@JsonInclude Map<String, Object> values, Map<String, Object> before,
                           Map<String, String> raw, String caret) {
    }

    public TypingDrafts(StationFile file, FormCatalogue forms, Actor actor, Clock clock) {
        this.file = file;
        this.forms = forms;
        this.actor = actor;
        this.clock = clock;
    }

    /** Notes that a record's form is open, so that its typing is not offered a second time elsewhere. */
    public void begin(String recordId) {
        open.add(recordId);
    }

    /** Notes that the form is closed. */
    public void end(String recordId) {
        open.remove(recordId);
    }

    /** Keeps what was typed, in place of what was kept of the same record before; the time is now. */
    public void keep(KeptTyping typing) {
        Form form = forms.form(typing.form());
        String plain = json(new Content(stored(form, typing.values()), stored(form, typing.before()), typing.raw(),
            typing.caret()));
        String now = InstantText.now(clock);
        file.write(db -> {
            String content = sealed(db, form, typing.recordId(), plain);
            db.deleteFrom(TYPING_DRAFT).where(mine(typing.recordId())).execute();
            return db.insertInto(TYPING_DRAFT, TYPING_DRAFT.ACCOUNT_ID, TYPING_DRAFT.RECORD_ID, TYPING_DRAFT.FORM,
                    TYPING_DRAFT.BASE_VERSION, TYPING_DRAFT.AT, TYPING_DRAFT.CONTENT)
                .values(actor.accountId(), typing.recordId(), typing.form(), typing.baseVersion(), now, content)
                .execute();
        });
    }

    /** Nobody knows yet of whom a new record will be; so all typing about people is sealed for whoever types. */
    private String sealed(DSLContext db, Form form, String recordId, String plain) {
        String sealed = SealRoots.concerns(form) ? Seals.of(db).map(seals -> seals.sealFor(actor.accountId(),
            TypingPlace.of(actor.accountId(), recordId), plain)).orElse(null) : null;
        return sealed == null ? plain : sealed;
    }

    /** Typing that this account could read once and cannot any more, its password having been set anew, is left out. */
    private Optional<KeptTyping> opened(DSLContext db, Form form, Record row) {
        String content = row.get(TYPING_DRAFT.CONTENT);
        Optional<String> plain = content.startsWith("{") ? Optional.of(content) : Seals.of(db).flatMap(seals ->
            seals.openOwn(TypingPlace.of(row.get(TYPING_DRAFT.ACCOUNT_ID), row.get(TYPING_DRAFT.RECORD_ID)), content));
        return plain.map(json -> typing(form, row, json));
    }

    /** Forgets what was kept of a record. */
    public void drop(String recordId) {
        if (file.read(db -> db.fetchExists(TYPING_DRAFT, mine(recordId)))) {
            file.write(db -> db.deleteFrom(TYPING_DRAFT).where(mine(recordId)).execute());
        }
    }

    /** What is kept of one record. */
    public Optional<KeptTyping> of(Form form, String recordId) {
        return file.read(db -> db.selectFrom(TYPING_DRAFT).where(mine(recordId))
            .orderBy(TYPING_DRAFT.ACCOUNT_ID.desc()).limit(1).fetchOptional().flatMap(row -> opened(db, form, row)));
    }

    /** Everything this account left unfinished in forms that are not open now, the newest first. */
    public List<KeptTyping> unfinished() {
        return file.read(db -> new ArrayList<Record>(db.selectFrom(TYPING_DRAFT)
            .where(TYPING_DRAFT.ACCOUNT_ID.eq(actor.accountId())).orderBy(TYPING_DRAFT.AT.desc()).fetch()).stream()
            .filter(row -> !open.contains(row.get(TYPING_DRAFT.RECORD_ID)))
            .flatMap(row -> opened(db, forms.form(row.get(TYPING_DRAFT.FORM)), row).stream()).toList());
    }

    /** The same of one form, for records that do not exist yet. */
    public List<KeptTyping> unfinishedNew(String form) {
        return unfinished().stream().filter(typing -> typing.form().equals(form) && typing.baseVersion() == 0)
            .toList();
    }

    private Condition mine(String recordId) {
        return TYPING_DRAFT.RECORD_ID.eq(recordId).and(TYPING_DRAFT.ACCOUNT_ID.in(actor.accountId(), ""));
    }

    private static KeptTyping typing(Form form, Record row, String json) {
        Content content = content(json);
        return new KeptTyping(form.key(), row.get(TYPING_DRAFT.RECORD_ID), row.get(TYPING_DRAFT.BASE_VERSION),
            row.get(TYPING_DRAFT.AT),
            typed(form, content.values()), typed(form, content.before()), orEmpty(content.raw()),
            content.caret() == null ? "" : content.caret());
    }

    private static Map<String, Object> stored(Form form, Map<String, Object> values) {
        Map<String, Object> stored = new LinkedHashMap<>();
        values.forEach((key, value) -> stored.put(key, ColumnValues.toStored(form.field(key), value)));
        return stored;
    }

    /** Fields that the form no longer has are left out. */
    private static Map<String, Object> typed(Form form, Map<String, Object> stored) {
        Map<String, Object> values = new LinkedHashMap<>();
        orEmpty(stored).forEach((key, value) -> form.find(key).map(Field::type)
            .ifPresent(type -> values.put(key, ColumnValues.fromStored(type, value))));
        return values;
    }

    private static <T> Map<String, T> orEmpty(Map<String, T> map) {
        return map == null ? Map.of() : map;
    }

    private static Content content(String json) {
        try {
            return JSON.readValue(json, Content.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unfinished typing cannot be read", e);
        }
    }

    private static String json(Content content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unfinished typing", e);
        }
    }
}
