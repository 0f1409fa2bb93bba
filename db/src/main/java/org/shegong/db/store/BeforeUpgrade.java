package org.shegong.db.store;

import java.nio.file.Path;

/** Keeps what a station was before its file is brought to a newer shape. */
@FunctionalInterface
public interface BeforeUpgrade {
    /** For files that are copies themselves, so that the original stays anyway. */
    BeforeUpgrade NOTHING = (copy, key, found) -> { };

    /**
     * Called with a copy of the old file that was read through and equals it; the old file is still untouched.
     *
     * @param copy database; must not be changed
     * @param key of the database; overwritten afterwards, not to be kept
     * @param found version and counts of the copy
     * @throws StationFileException when it cannot be kept; the upgrade is then given up
     */
    void keep(Path copy, byte[] key, DatabaseCheck found);
}
