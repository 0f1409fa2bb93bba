package org.shegong.db.journal;

import static org.shegong.db.schema.Tables.ACCOUNT;
import static org.shegong.db.schema.Tables.DEVICE;

import java.time.Clock;
import org.jooq.DSLContext;
import org.shegong.db.domain.InstantText;
import org.shegong.db.store.RecordIds;
import org.shegong.db.store.StationFile;

/**
 * The accounts and computers that entries of the journal name, kept in the station's file so that history stays
 * readable when an account is gone.
 */
public final class Signatories {
    private final StationFile file;
    private final Clock clock;

    public Signatories(StationFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * Who writes from here, noting an account or a computer that the file does not know yet.
     *
     * @param device name of the computer; the same name is the same chain of entries
     */
    public Actor actor(String accountId, String accountName, String role, String device) {
        String known = file.read(db -> knownDevice(db, accountId, accountName, role, device));
        String deviceId = known != null ? known
            : file.write(db -> note(db, accountId, accountName, role, device));
        return new Actor(accountId, accountName, deviceId);
    }

    /** The role that an account was last known by; empty for an account that never worked here. */
    public String knownRole(String accountId) {
        return file.read(db -> db.select(ACCOUNT.ROLE).from(ACCOUNT).where(ACCOUNT.ID.eq(accountId))
            .fetchOptional(ACCOUNT.ROLE).orElse(""));
    }

    /** Id of the computer when neither it nor the account has to be noted; else null. */
    private static String knownDevice(DSLContext db, String accountId, String name, String role, String device) {
        boolean account = db.fetchExists(ACCOUNT, ACCOUNT.ID.eq(accountId).and(ACCOUNT.NAME.eq(name))
            .and(ACCOUNT.ROLE.eq(role)));
        return account ? deviceId(db, device) : null;
    }

    private static String deviceId(DSLContext db, String device) {
        return db.select(DEVICE.ID).from(DEVICE).where(DEVICE.NAME.eq(device)).orderBy(DEVICE.ID).limit(1)
            .fetchOne(DEVICE.ID);
    }

    private String note(DSLContext db, String accountId, String name, String role, String device) {
        String now = InstantText.now(clock);
        db.insertInto(ACCOUNT, ACCOUNT.ID, ACCOUNT.NAME, ACCOUNT.ROLE, ACCOUNT.CREATED_AT)
            .values(accountId, name, role, now)
            .onConflict(ACCOUNT.ID).doUpdate().set(ACCOUNT.NAME, name).set(ACCOUNT.ROLE, role).execute();
        String id = deviceId(db, device);
        if (id == null) {
            id = new RecordIds().next();
            db.insertInto(DEVICE, DEVICE.ID, DEVICE.NAME, DEVICE.CREATED_AT).values(id, device, now).execute();
        }
        return id;
    }
}
