package org.shegong.reports.catalogue;

import static org.shegong.db.schema.Tables.OPENING_FIGURE;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.metrics.ClosingFigures;

/** Figures of the month before a report: from its last locked version, else typed in from the last paper report. */
final class StandingFigures implements ClosingFigures {
    private final Map<String, Reported> figures;
    private final StatMonth closed;
    private final Optional<LockedVersion> last;

    private StandingFigures(StatMonth closed, Map<String, Reported> figures, Optional<LockedVersion> last) {
        this.closed = closed;
        this.figures = figures;
        this.last = last;
    }

    /** What stands for the month before the given one. */
    static StandingFigures before(DSLContext db, StatMonth month) {
        StatMonth closed = month.previous();
        Map<String, Reported> figures = new HashMap<>();
        typed(db, closed).forEach((code, value) -> figures.put(code, new Reported(value, Origin.TYPED)));
        Optional<LockedVersion> last = LockedVersion.last(db, closed);
        last.ifPresent(version -> version.figures().figures().forEach((code, value) -> {
            if (value != null) {
                figures.put(code, new Reported(value, Origin.REPORT));
            }
        }));
        return new StandingFigures(closed, figures, last);
    }

    private static Map<String, BigDecimal> typed(DSLContext db, StatMonth closed) {
        var o = OPENING_FIGURE;
        Map<String, BigDecimal> typed = new HashMap<>();
        db.select(o.CODE, o.VALUE).from(o).where(o.PERIOD.eq(closed.toString())).and(o.STATUS.eq("submitted"))
                .and(o.DELETED_AT.isNull()).and(o.VALUE.isNotNull()).orderBy(o.UPDATED_AT)
                .forEach(row -> typed.put(row.value1(), new BigDecimal(row.value2().strip())));
        return typed;
    }

    @Override
    public Optional<Reported> figure(StatMonth month, String code) {
        return month.equals(closed) ? Optional.ofNullable(figures.get(code)) : Optional.empty();
    }

    /**
     * The parts of split figures for the month before: as it was reported, else as counted now, without the splits of
     * figures typed in from paper, whose parts nobody knows.
     *
     * @param counted the month's parts by the records
     */
    Map<String, Map<String, Map<String, Long>>> parts(Map<String, Map<String, Map<String, Long>>> counted) {
        if (last.isPresent()) {
            return last.get().figures().breakdowns();
        }
        Map<String, Map<String, Map<String, Long>>> parts = new HashMap<>(counted);
        parts.keySet().removeAll(figures.keySet());
        return parts;
    }

    /** Whether the month before has a second or later version. */
    boolean corrected() {
        return last.map(version -> version.no() > 1).orElse(false);
    }
}
