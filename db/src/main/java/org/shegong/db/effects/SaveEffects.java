package org.shegong.db.effects;

import java.util.List;
import org.shegong.db.store.RecordIds;
import org.shegong.db.store.SaveEffect;

/** The effects of saving, in the order in which they run. */
public final class SaveEffects {
    private SaveEffects() {
    }

    /** Effects of a record that a person typed. */
    public static List<SaveEffect> ofEntry(RecordIds ids) {
        return List.of(new DerivedValues(), new ClientIdentity(), new ClientHousehold(ids),
            new PrimaryCategoryHistory(ids), new VisitHousehold(), new CaseClosing(), new DocumentNumbers());
    }

    /** Effects of a record from a ledger, whose reader has already drawn the conclusions. */
    public static List<SaveEffect> ofImport() {
        return List.of(new DocumentNumbers());
    }
}
