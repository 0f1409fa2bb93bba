package org.shegong.reports.checks;

import java.math.BigDecimal;
import java.util.List;
import org.shegong.db.forms.Level;
import org.shegong.reports.FigureTexts;

/** X04 to X07 and X17: figures that cannot exceed others. */
final class Limits {
    private Limits() {
    }

    static List<Statement> cases(CheckedMonth m) {
        BigDecimal handled = m.of("C01").add(m.of("C02"));
        return List.of(atMost(m, Level.E, "C05", "C04"),
                new Statement(Level.E, m.of("C06").compareTo(handled) <= 0, FigureTexts.text("check.X04.sessions",
                        m.shown("C06"), CheckedMonth.shown(handled)), List.of("C06", "C01", "C02")),
                atMost(m, Level.E, "C11", "C04"), atMost(m, Level.E, "C02r", "C02"));
    }

    static List<Statement> persons(CheckedMonth m) {
        return List.of(atMost(m, Level.E, "B06", "B08"), atMost(m, Level.E, "B07", "B06"), atMost(m, Level.E, "D07", "D06"),
                atMost(m, Level.E, "F03", "F02"), atMost(m, Level.E, "E05", "E02"), notNegative(m, "J02"),
                notNegative(m, "J03"));
    }

    static List<Statement> sessions(CheckedMonth m) {
        return List.of(atMost(m, Level.W, "C07", "C08"), atMost(m, Level.W, "C06", "C07"));
    }

    static List<Statement> workers(CheckedMonth m) {
        BigDecimal levels = m.of("A02a").add(m.of("A02b")).add(m.of("A02c"));
        BigDecimal without = m.of("A01").subtract(m.of("A02"));
        return List.of(atMost(m, Level.E, "A02", "A01"),
                new Statement(Level.E, without.compareTo(m.of("A03")) == 0, FigureTexts.text("check.X07.without",
                        m.shown("A01"), m.shown("A02"), m.shown("A03")), List.of("A01", "A02", "A03")),
                atMost(m, Level.E, "A04", "A03"),
                new Statement(Level.E, levels.compareTo(m.of("A02")) == 0, FigureTexts.text("check.X03.parts", "A02",
                        CheckedMonth.shown(levels), m.shown("A02")), List.of("A02", "A02a", "A02b", "A02c")));
    }

    static List<Statement> joint(CheckedMonth m) {
        return List.of(atMost(m, Level.E, "E06", "E01"), atMost(m, Level.E, "K01", "K03"));
    }

    private static Statement atMost(CheckedMonth m, Level level, String less, String more) {
        return new Statement(level, m.of(less).compareTo(m.of(more)) <= 0,
                FigureTexts.text("check.limit", less, m.shown(less), more, m.shown(more)), List.of(less, more));
    }

    private static Statement notNegative(CheckedMonth m, String code) {
        return new Statement(Level.E, m.of(code).signum() >= 0,
                FigureTexts.text("check.X05.negative", code, m.shown(code)), List.of(code));
    }
}
