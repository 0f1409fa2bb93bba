package org.shegong.app.session;

import java.util.Map;
import org.shegong.db.Station;
import org.shegong.db.journal.seal.Seals;
import org.shegong.db.security.RecoveryKey;
import org.shegong.db.security.Right;
import org.shegong.db.security.SealSecret;

/**
 * Hands the keys of sealed records on in an open station. Whoever holds a key hands it on to those who may open the
 * record just by working here; the leader, who says who may, need not be able to read it himself. When nobody who holds
 * it works here any more, the recovery sheet hands it on. Not for the window's thread.
 */
public final class SealOffice {
    private final StationSession session;
    private final SessionTexts texts = new SessionTexts();

    public SealOffice(StationSession session) {
        this.session = session;
    }

    /** How handing on with the recovery sheet ended. */
    public sealed interface Handover {
        /**
         * Done.
         *
         * @param sealed how many records were sealed for the first time
         * @param waiting how many records still wait for accounts to have a key of their own
         */
        record Done(int sealed, int waiting) implements Handover {
        }

        /** Nothing was changed. */
        record Refused(String messageKey) implements Handover {
        }
    }

    /** Does what this account can do: seals what an older program left open, hands keys on, changes lost ones. */
    public int catchUp() {
        return session.station().sealUpkeep().run(texts.text("step.seal"));
    }

    /**
     * The same after something that is done already and must not look undone when this fails: the next sign-in goes on
     * with it.
     */
    public void catchUpIfPossible() {
        try {
            catchUp();
        } catch (RuntimeException later) {
            System.getLogger(SealOffice.class.getName()).log(System.Logger.Level.WARNING,
                "keys of sealed records are handed on at the next sign-in: " + later.getClass().getName());
        }
    }

    /**
     * Hands keys on with the recovery sheet, the present one or an older one; before anything was sealed, switches the
     * second key on.
     *
     * @param typed the key on the sheet
     * @throws org.shegong.db.security.NotPermittedException unless the role assigns records
     */
    public Handover handOver(String typed) {
        Station station = session.station();
        station.clearance().require(Right.ASSIGN);
        if (!(RecoveryKey.parse(typed) instanceof RecoveryKey.Typed.Read read)) {
            return new Handover.Refused(((RecoveryKey.Typed.Refused) RecoveryKey.parse(typed)).problem().messageKey());
        }
        SealSecret secret = session.keyRing().unseal(read.key()).orElse(null);
        if (secret == null) {
            return new Handover.Refused("recovery.wrong");
        }
        Seals seals = station.file().seals().orElseThrow();
        int sealed = seals.withSheet(secret, this::catchUp);
        station.journal().event(station.actor(), "seal_sheet", texts.text("step.seal_sheet"), "station", "",
            Map.of("records", sealed));
        return new Handover.Done(sealed, station.sealUpkeep().waiting().size());
    }
}
