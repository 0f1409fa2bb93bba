package org.shegong.reports.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shegong.db.forms.Level;
import org.shegong.reports.FigureTexts;

/** Runs the identities X01 to X18 in order. */
public final class Identities {
    private static final Map<String, Function<CheckedMonth, List<Statement>>> CHECKS = checks();

    private Identities() {
    }

    private static Map<String, Function<CheckedMonth, List<Statement>>> checks() {
        Map<String, Function<CheckedMonth, List<Statement>>> checks = new LinkedHashMap<>();
        checks.put("X01", Balances::carriedForward);
        checks.put("X02", Sums::breakdowns);
        checks.put("X03", Sums::parts);
        checks.put("X04", Limits::cases);
        checks.put("X05", Limits::persons);
        checks.put("X06", Limits::sessions);
        checks.put("X07", Limits::workers);
        checks.put("X08", Balances::openings);
        checks.put("X09", Sums::yearToDate);
        checks.put("X10", month -> List.of());
        checks.put("X11", Plausibility::supervision);
        checks.put("X12", month -> List.of());
        checks.put("X13", Plausibility::visits);
        checks.put("X14", Plausibility::hours);
        checks.put("X15", Plausibility::zeroReport);
        checks.put("X16", Plausibility::ledgers);
        checks.put("X17", Limits::joint);
        checks.put("X18", Plausibility::units);
        return checks;
    }

    /** The results of all checks, X01 first. */
    public static List<CheckResult> check(CheckedMonth month) {
        List<CheckResult> results = new ArrayList<>();
        CHECKS.forEach((id, check) -> results.add(result(id, check.apply(month), month)));
        return results;
    }

    private static CheckResult result(String id, List<Statement> statements, CheckedMonth month) {
        List<Statement> failing = statements.stream().filter(statement -> !statement.holds()).toList();
        Level own = Level.valueOf(FigureTexts.text("check." + id + ".level"));
        if (failing.isEmpty()) {
            return new CheckResult(id, own, true, false, FigureTexts.text("check." + id), rows(statements));
        }
        Level worst = failing.stream().map(Statement::level).min(Level::compareTo).orElse(own);
        String text = failing.stream().map(Statement::text).collect(Collectors.joining(FigureTexts.text("check.join")));
        return new CheckResult(id, worst, false, month.explained(id), text, rows(failing));
    }

    private static List<String> rows(List<Statement> statements) {
        Set<String> rows = new LinkedHashSet<>();
        statements.forEach(statement -> rows.addAll(statement.rows()));
        return List.copyOf(rows);
    }
}
