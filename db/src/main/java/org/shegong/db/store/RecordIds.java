package org.shegong.db.store;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

/** Makes record ids: UUIDv7 text, which sorts by the time of making. Safe for use from several threads. */
public final class RecordIds {
    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

    /** A fresh id, greater than every id made here before. */
    public String next() {
        return generator.generate().toString();
    }
}
