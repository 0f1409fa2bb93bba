package org.shegong.reports.checks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.shegong.db.forms.Level;
import org.shegong.reports.FigureTexts;
import org.shegong.reports.metrics.Unit;

/** X11, X13 to X16 and X18: supervision, visits, hours, reports of nothing, ledgers behind figures, units. */
final class Plausibility {
    private static final List<String> WORK = List.of("B06", "B08", "C07", "D05", "E01", "F01", "G01", "J01", "K03", "L01");
    private static final List<String> HOURS = List.of("C09", "D08", "E04", "F07");
    private static final BigDecimal HOUR = BigDecimal.valueOf(60);

    private Plausibility() {
    }

    static List<Statement> supervision(CheckedMonth m) {
        return List.of(new Statement(Level.W, m.of("K05").signum() > 0, FigureTexts.text("check.X11.none",
                m.shown("K01"), hours(m.parameters().roundMinutes())), List.of("K01", "K05")));
    }

    static List<Statement> visits(CheckedMonth m) {
        BigDecimal sum = m.of("F01a").add(m.of("F01b"));
        return List.of(
                new Statement(Level.E, sum.compareTo(m.of("F01")) == 0, FigureTexts.text("check.X13.sum", m.shown("F01a"),
                        m.shown("F01b"), m.shown("F01")), List.of("F01", "F01a", "F01b")),
                new Statement(Level.W, m.of("F02").signum() > 0 || m.of("F01a").signum() == 0,
                        FigureTexts.text("check.X13.nobody", m.shown("F01a")), List.of("F01a", "F02")));
    }

    static List<Statement> hours(CheckedMonth m) {
        BigDecimal hours = HOURS.stream().map(m::of).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal daily = BigDecimal.valueOf(m.parameters().workdayMinutes()).divide(HOUR, 1, RoundingMode.HALF_UP);
        BigDecimal limit = daily.multiply(BigDecimal.valueOf(m.workdays())).multiply(m.of("A01"));
        return List.of(new Statement(Level.W, m.of("A01").signum() == 0 || hours.compareTo(limit) <= 0,
                FigureTexts.text("check.X14.hours", CheckedMonth.shown(hours), m.shown("A01"), m.workdays(),
                        CheckedMonth.shown(limit)), HOURS));
    }

    static List<Statement> zeroReport(CheckedMonth m) {
        boolean nothing = WORK.stream().allMatch(code -> m.of(code).signum() == 0);
        return List.of(new Statement(Level.W, !nothing || !m.zeroReason().isBlank(), FigureTexts.text("check.X15.zero"),
                WORK));
    }

    static List<Statement> ledgers(CheckedMonth m) {
        List<Statement> all = new ArrayList<>();
        m.ledgers().forEach((code, rows) -> all.add(new Statement(Level.E,
                m.of(code).compareTo(BigDecimal.valueOf(rows)) == 0,
                FigureTexts.text("check.X16.rows", code, m.shown(code), rows), List.of(code))));
        return all;
    }

    /** Money is kept in fen and shown in yuan, hours are kept in minutes: no figure may have other decimals. */
    static List<Statement> units(CheckedMonth m) {
        List<Statement> all = new ArrayList<>();
        m.counts().month().forEach((code, value) -> {
            Unit unit = m.metrics().metric(code).unit();
            all.add(new Statement(Level.E, value == null || value.scale() == unit.decimals(),
                    FigureTexts.text("check.X18.decimals", code, value), List.of(code)));
        });
        return all;
    }

    private static String hours(int minutes) {
        return CheckedMonth.shown(BigDecimal.valueOf(minutes).divide(HOUR, 1, RoundingMode.HALF_UP));
    }
}
