package org.shegong.app.session;

import java.nio.file.Path;
import org.shegong.db.Station;
import org.shegong.db.security.Account;
import org.shegong.db.security.DataKey;
import org.shegong.db.security.KeyRing;

/** A station that somebody has open. Closing it closes the file and forgets the key. */
public final class StationSession implements AutoCloseable {
    private final Station station;
    private final Account account;
    private final KeyRing keyRing;
    private final DataKey key;
    private final boolean rolesIntact;
    private final LastSignIn last;

    StationSession(Station station, Account account, KeyRing keyRing, DataKey key, boolean rolesIntact) {
        this(station, account, keyRing, key, rolesIntact, LastSignIn.NONE);
    }

    StationSession(Station station, Account account, KeyRing keyRing, DataKey key, boolean rolesIntact,
                   LastSignIn last) {
        this.last = last;
        this.station = station;
        this.account = account;
        this.keyRing = keyRing;
        this.key = key;
        this.rolesIntact = rolesIntact;
    }

    public Station station() {
        return station;
    }

    /** Who works here; after opening with the recovery key, the account whose password is to be set anew. */
    public Account account() {
        return account;
    }

    /** The station's accounts, for changing passwords. */
    public KeyRing keyRing() {
        return keyRing;
    }

    /** The open data key, for changing accounts and for copies; it belongs to this session. */
    public DataKey key() {
        return key;
    }

    /** False when names or roles were changed outside the program; the leader should look at the accounts. */
    public boolean rolesIntact() {
        return rolesIntact;
    }

    /** When this account was here before, and who tried in vain since. */
    public LastSignIn last() {
        return last;
    }

    public Path folder() {
        return station.file().folder();
    }

    @Override
    public void close() {
        try {
            station.close();
        } finally {
            key.close();
        }
    }
}
