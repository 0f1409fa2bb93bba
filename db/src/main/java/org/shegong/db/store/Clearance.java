package org.shegong.db.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.Sensitivity;
import org.shegong.db.security.Access;
import org.shegong.db.security.NotPermittedException;
import org.shegong.db.security.Right;
import org.shegong.db.security.Rights;

/**
 * What the person signed in may read and write: the one place that the store asks, for lists, searches, single
 * records, labels, history, attachments, saving and undoing alike. Immutable.
 */
public final class Clearance {
    /** Masks of fields that tell who somebody is. */
    private static final Set<String> IDENTIFYING = Set.of("name", "id_number", "phone", "address", "birth");
    private static final org.jooq.Field<String> ID = field(name("id"), String.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** As many ids as are asked for row by row; of more, what is hidden is found first. */
    private static final int FEW = 500;
    private static final int MANY = 50_000;
    private static final String UNFINISHED = "unfinished.%";
    private final Rights rights;
    private final SealedScope sealed;

    private Clearance(Rights rights, SealedScope sealed) {
        this.rights = rights;
        this.sealed = sealed;
    }

    /** Of the program itself: when a station is made, and in tests of other things. */
    public static Clearance unlimited() {
        return new Clearance(null, null);
    }

    public static Clearance of(Rights rights) {
        return new Clearance(rights, null);
    }

    /** The same for somebody who sees only some of the sealed records. */
    public static Clearance of(Rights rights, SealedScope sealed) {
        return new Clearance(rights, sealed);
    }

    /** What may be done with a form's records at the most. */
    public Access access(Form form) {
        return rights == null ? Access.WRITE : rights.form(form.key());
    }

    public boolean reads(Form form) {
        return access(form) != Access.NONE;
    }

    public boolean writes(Form form) {
        return access(form) == Access.WRITE;
    }

    public boolean may(Right right) {
        return rights == null || rights.may(right);
    }

    /** @throws NotPermittedException when the role has not this right */
    public void require(Right right) {
        if (!may(right)) {
            throw new NotPermittedException(right.name());
        }
    }

    /** True when records of the form can be hidden from this account and this one is hidden or gone. */
    public boolean hides(DSLContext db, Form form, String id) {
        return hidesAny(form) && !db.fetchExists(table(name(form.table())), field(name("id"), String.class).eq(id).and(visible(form)));
    }

    /** True when somebody may write this setting: some of them decide over what others see. */
    boolean keepsSetting(String key) {
        return key.startsWith(SealedScope.ASSIGNED) ? may(Right.ASSIGN) : !key.startsWith("lock.") || may(Right.SETTINGS);
    }

    /** @throws NotPermittedException when the role may not write these records */
    public void requireWriting(Form form) {
        if (!writes(form)) {
            throw new NotPermittedException(form.key());
        }
    }

    /** Files are opened by those who read clients by name. */
    boolean opensAttachments() {
        return rights == null || rights.form("client").compareTo(Access.READ) >= 0;
    }

    void requireAttachments() {
        if (!opensAttachments()) {
            throw new NotPermittedException("attachment");
        }
    }

    /** History quotes old values, so it is read where nothing is withheld. */
    public boolean readsPlain(Form form) {
        return access(form).compareTo(Access.READ) >= 0;
    }

    /** What the program writes by itself comes with the record it belongs to. */
    public void requireUndoing(DSLContext db, Form form, Set<String> ids) {
        if (!form.hidden()) {
            requireWriting(form);
        }
        if (hidesAny(form) && visible(db, form, ids).size() < ids.size()) {
            throw new NotPermittedException(form.key());
        }
    }

    /** Those of the ids whose records may be read, of a form that may be. Any number of ids. */
    Set<String> visible(DSLContext db, Form form, Collection<String> ids) {
        if (ids.size() <= FEW) {
            return found(db, form, visible(form).and(ID.in(ids)));
        }
        Set<String> visible = new LinkedHashSet<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += MANY) {
            ArrayNode some = JSON.createArrayNode();
            all.subList(from, Math.min(all.size(), from + MANY)).forEach(some::add);
            visible.addAll(found(db, form, visibleInList(form)
                .and("id IN (SELECT value FROM json_each(?))", some.toString())));
        }
        return visible;
    }

    private static Set<String> found(DSLContext db, Form form, Condition condition) {
        return new LinkedHashSet<>(db.select(ID).from(table(name(form.table()))).where(condition).fetch(ID));
    }

    private boolean hidesAny(Form form) {
        return sealed != null && !visible(form).equals(noCondition());
    }

    /** True when records are read by number, without what tells who they are about. */
    boolean numbered(Form form) {
        return access(form) == Access.NUMBERED;
    }

    /** Which rows of a readable form may be read, asked of each row: for few of them. */
    Condition visible(Form form) {
        return visible(form, sealed == null ? noCondition() : sealed.visible(form));
    }

    /** The same, asked once for a question about many rows. */
    Condition visibleInList(Form form) {
        return visible(form, sealed == null ? noCondition() : sealed.visibleInList(form));
    }

    private Condition visible(Form form, Condition unsealed) {
        boolean noClients = rights != null && !rights.seesClients();
        return form.key().equals("setting") && noClients
            ? field(name("key"), String.class).notLike(UNFINISHED) : unsealed;
    }

    /** True when a field of a readable form stays closed. */
    public boolean withholds(Form form, Field field) {
        return numbered(form) && (IDENTIFYING.contains(field.mask()) || field.type() == FieldType.ATTACHMENT
            || field.sensitivity() == Sensitivity.SPECIAL && !field.mask().isEmpty());
    }

    /** A record without what stays closed. */
    RecordData shown(Form form, RecordData record) {
        if (!numbered(form)) {
            return record;
        }
        Map<String, Object> open = new LinkedHashMap<>(record.values());
        form.fields().stream().filter(f -> withholds(form, f)).map(Field::key).forEach(open::remove);
        return record.withOnly(open);
    }
}
