package org.shegong.reports.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shegong.db.forms.Level;
import org.shegong.reports.FigureTexts;
import org.shegong.reports.metrics.ClosingFigures;

/** X01 and X08: what a month begins with, gains and loses is what it ends with, and begins where the last one ended. */
final class Balances {
    /** Opening figure, and the row whose reason explains a difference. */
    private static final Map<String, String> CORRECTIONS = Map.of("B01", "B03b", "C01", "C04x", "D01", "D04x", "H04a", "X08");

    private Balances() {
    }

    static List<Statement> carriedForward(CheckedMonth m) {
        List<Statement> all = new ArrayList<>();
        all.add(equal(m, "check.X01.clients", m.of("B01").add(m.of("B02")).add(m.of("B02b")).subtract(m.of("B03"))
                .subtract(m.of("B03b")), "B04", List.of("B01", "B02", "B02b", "B03", "B03b", "B04")));
        all.add(explained(m, "B03b"));
        all.add(equal(m, "check.X01.cases", m.of("C01").add(m.of("C02")).subtract(m.of("C03")).add(m.of("C04x")), "C04",
                List.of("C01", "C02", "C03", "C04x", "C04")));
        all.add(explained(m, "C04x"));
        all.add(equal(m, "check.X01.groups", m.of("D01").add(m.of("D02")).subtract(m.of("D03")).subtract(m.of("D03b"))
                .add(m.of("D04x")), "D04", List.of("D01", "D02", "D03", "D03b", "D04x", "D04")));
        all.add(explained(m, "D04x"));
        all.add(equal(m, "check.X01.crises", m.of("H04a").add(m.of("H04b")).subtract(m.of("H04c")), "H04d",
                List.of("H04a", "H04b", "H04c", "H04d")));
        all.add(equal(m, "check.X01.volunteers", m.previous("I01").add(m.of("I02")).subtract(m.of("I02x")), "I01",
                List.of("I01", "I02", "I02x")));
        return all;
    }

    private static Statement equal(CheckedMonth m, String key, BigDecimal left, String code, List<String> rows) {
        Object[] values = new Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = m.shown(rows.get(i));
        }
        return new Statement(Level.E, left.compareTo(m.of(code)) == 0,
                FigureTexts.text(key, values) + FigureTexts.text("check.X01.difference", CheckedMonth.shown(left),
                        m.shown(code)), rows);
    }

    private static Statement explained(CheckedMonth m, String code) {
        return new Statement(Level.E, m.of(code).signum() == 0 || m.explained(code),
                FigureTexts.text("check.X01.explain", code, m.shown(code)), List.of(code));
    }

    static List<Statement> openings(CheckedMonth m) {
        List<Statement> all = new ArrayList<>();
        m.counts().recounted().forEach((code, now) -> {
            BigDecimal opening = m.of(code);
            String reason = CORRECTIONS.getOrDefault(code, "X08");
            boolean counted = m.counts().origins().get(code) == ClosingFigures.Origin.COUNTED;
            all.add(new Statement(Level.E, counted || opening.compareTo(now) == 0 || m.explained(reason),
                    FigureTexts.text("check.X08.opening", code, CheckedMonth.shown(opening), CheckedMonth.shown(now),
                            reason), List.of(code)));
        });
        return all;
    }
}
