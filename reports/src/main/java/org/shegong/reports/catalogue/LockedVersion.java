package org.shegong.reports.catalogue;

import static org.shegong.db.schema.Tables.REPORT_VERSION;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * The records that a locked version counted for some figures.
     *
     * @param recordId id of the version's record
     * @param codes    codes of counted figures
     * @return record ids by form key, each once; empty when the version does not know the figures
     */
    public static Map<String, List<String>> recordsBehind(DSLContext db, String recordId, Collection<String> codes) {
        var v = REPORT_VERSION;
        Map<String, List<String>> ids = new LinkedHashMap<>();
        db.select(v.PAYLOAD).from(v).where(v.ID.eq(recordId)).fetchOptional(v.PAYLOAD).map(VersionPayload::read)
                .ifPresent(payload -> codes.stream().flatMap(code -> payload.behind().getOrDefault(code, List.of()).stream())
                        .distinct().map(payload.records()::get)
                        .forEach(mark -> ids.computeIfAbsent(mark.form(), form -> new ArrayList<>()).add(mark.id())));
        return ids;
    }

    private static LockedVersion of(Record4<String, Long, String, String> row) {
        VersionPayload payload = VersionPayload.read(row.value3());
        return new LockedVersion(row.value1(), row.value2().intValue(), payload.finalisedAt(), payload.finalisedBy(),
                payload.profile(), payload.figuresAsLocked(), payload.differences(), row.value4());
    }
}
