package org.shegong.db.security;

import java.util.List;
import java.util.Optional;

/** For whom keys of sealed records can be wrapped, as it stands at the moment of asking. */
public interface SealDirectory {
    /** Everybody with an account, in the order of making. */
    List<SealHolder> holders();

    /** The public key of the recovery sheet; while it is empty nothing is sealed, since a lost password would lose it. */
    Optional<byte[]> sheetKey();
}
