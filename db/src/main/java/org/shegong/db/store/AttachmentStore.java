package org.shegong.db.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.Actor;
import org.shegong.db.journal.Journal;
import org.shegong.db.journal.seal.SealedContent;

/**
 * Files kept with records. A record names them in its attachment field; a file that no record names any more stays,
 * so that taking a change back finds it again.
 */
public final class AttachmentStore {
    /** Largest file that is taken, in bytes. */
    public static final long LARGEST = 20L * 1024 * 1024;
    private final StationFile file;
    private final Journal journal;
    private final Actor actor;
    private final RecordIds ids;
    private final FormCatalogue forms;
    private final Clearance clearance;

    /** @param clearance who reads no client reads no file either; the record names its files, so that guards them */
    public AttachmentStore(StationFile file, Journal journal, Actor actor, RecordIds ids, FormCatalogue forms,
                           Clearance clearance) {
        this.forms = forms;
        this.clearance = clearance;
        this.file = file;
        this.journal = journal;
        this.actor = actor;
        this.ids = ids;
    }

    /**
     * Keeps a file for a record, which need not be saved yet.
     *
     * @throws IllegalArgumentException when it is larger than {@link #LARGEST}
     */
    public Attachment add(String form, String recordId, String fieldKey, String fileName, byte[] content) {
        clearance.requireAttachments();
        if (content.length > LARGEST) {
            throw new IllegalArgumentException("attachment of " + content.length + " bytes");
        }
        Attachment attachment = new Attachment(ids.next(), fileName, mediaType(content), content.length,
            sha256(content));
        journal.keepFile(actor, form, recordId, fieldKey, attachment, content);
        return attachment;
    }

    /** The files with these ids, in the order asked for; missing ones are left out. */
    public List<Attachment> find(Collection<String> wanted) {
        return !clearance.opensAttachments() ? List.of() : file.read(db -> {
            Map<String, Attachment> found = new LinkedHashMap<>();
            db.select(field(name("id")), field(name("name")), field(name("media_type")), field(name("size_bytes")),
                    field(name("sha256")), field(name("keys"))).from(table(name("attachment")))
                .where(field(name("id"), String.class).in(wanted))
                .forEach(row -> found.put(row.get("id", String.class), of(db, row)));
            found.keySet().removeIf(id -> hidden(db, id));
            return wanted.stream().map(found::get).filter(java.util.Objects::nonNull).toList();
        });
    }

    /** The content of a file; empty also for a sealed one that this account cannot open, or that was altered. */
    public Optional<byte[]> content(String id) {
        clearance.requireAttachments();
        return file.read(db -> hidden(db, id) ? Optional.empty()
            : db.select(field(name("content"), byte[].class), field(name("keys"), String.class)).from(table(name("attachment")))
                .where(field(name("id")).eq(id)).fetchOptional().flatMap(row -> row.value2() == null
                    ? Optional.of(row.value1()) : SealedContent.bytes(db, id, row.value2(), row.value1())));
    }

    /** A file is hidden with the record it was kept for, whose form its entry in the journal names. */
    private boolean hidden(DSLContext db, String id) {
        return db.resultQuery("SELECT e.form, e.record_id FROM attachment a JOIN journal_entry e ON e.record_id = a.owner_id"
                + " WHERE a.id = ? LIMIT 1", id).fetchOptional()
            .map(row -> saved(db, row.get(0, String.class), row.get(1, String.class))
                && clearance.hides(db, forms.form(row.get(0, String.class)), row.get(1, String.class))).orElse(false);
    }

    /** A file may be kept before its record is. */
    private boolean saved(DSLContext db, String form, String id) {
        return db.fetchExists(table(name(forms.form(form).table())), field(name("id")).eq(id));
    }

    private static Attachment of(DSLContext db, Record row) {
        String id = row.get("id", String.class);
        return new Attachment(id, SealedContent.opened(db, "attachment", id, "name", row.get("name", String.class)),
            row.get("media_type", String.class), row.get("size_bytes", Long.class), row.get("sha256", String.class));
    }

    /** Told from the first bytes, since names lie. */
    private static String mediaType(byte[] content) {
        String head = HexFormat.of().formatHex(content, 0, Math.min(8, content.length));
        if (head.startsWith("ffd8ff")) {
            return "image/jpeg";
        }
        if (head.startsWith("89504e47")) {
            return "image/png";
        }
        return head.startsWith("25504446") ? "application/pdf" : "application/octet-stream";
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
