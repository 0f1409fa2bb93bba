package org.shegong.reports.catalogue;

import static org.shegong.db.schema.Tables.REPORT_VERSION;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record4;
import org.shegong.db.domain.StatMonth;

/**
 * A locked monthly report.
 *
 * @param recordId    id of its record
 * @param no          1 for the first
 * @param finalisedAt ISO instant
 * @param finalisedBy name of who locked it
 * @param profile     thresholds it was made under
 * @param figures     the report as it was
 * @param differences against the version before; empty for the first
 * @param digest      SHA-256 of its figures in hexadecimal
 */
public record LockedVersion(String recordId, int no, String finalisedAt, String finalisedBy, String profile,
                            MonthlyFigures figures, List<Difference> differences, String digest) {
    static final String KIND = "MONTH";

    /** All versions of a month, the first one first; empty while it is a draft. */
    public static List<LockedVersion> all(DSLContext db, StatMonth month) {
        var v = REPORT_VERSION;
        return db.select(v.ID, v.NO, v.PAYLOAD, v.DIGEST).from(v)
                .where(v.KIND.eq(KIND)).and(v.PERIOD.eq(month.toString())).and(v.STATUS.eq("submitted"))
                .and(v.DELETED_AT.isNull()).orderBy(v.NO).fetch(LockedVersion::of);
    }

    /** The version that stands. */
    public static Optional<LockedVersion> last(DSLContext db, StatMonth month) {
        List<LockedVersion> all = all(db, month);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private static LockedVersion of(Record4<String, Long, String, String> row) {
        VersionPayload payload = VersionPayload.read(row.value3());
        return new LockedVersion(row.value1(), row.value2().intValue(), payload.finalisedAt(), payload.finalisedBy(),
                payload.profile(), payload.figuresAsLocked(), payload.differences(), row.value4());
    }
}
