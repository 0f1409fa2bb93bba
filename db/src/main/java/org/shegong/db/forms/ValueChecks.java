package org.shegong.db.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shegong.db.domain.CreditCode;
import org.shegong.db.domain.DisabilityCardNo;
import org.shegong.db.domain.IdCheck;
import org.shegong.db.domain.IdNumber;
import org.shegong.db.domain.PersonName;
import org.shegong.db.domain.Phone;

/** Checks of single values that form files name by {@code check} (validation rules, sections 1 to 5). */
final class ValueChecks {
    private static final Set<String> CITIZEN = Set.of("01", "02", "08", "09");

    void check(Field field, Object value, Map<String, Object> values, LocalDate today, List<Finding> findings) {
        switch (field.check()) {
            case "id_number" -> idNumber(field, value.toString(), values, today, findings);
            case "person_name" -> name(field, value.toString(), findings);
            case "phone" -> phone(field, value.toString(), findings);
            case "credit_code" -> creditCode(field, value.toString(), findings);
            case "disability_no" -> {
                if (DisabilityCardNo.parse(value.toString()).isEmpty()) {
                    findings.add(new Finding("disability.form", Level.W, field.key(), "disability.form", List.of()));
                }
            }
            case "cert_no" -> {
                if (!value.toString().matches("[0-9A-Za-z]{6,30}")) {
                    findings.add(new Finding("cert.form", Level.W, field.key(), "cert.form", List.of()));
                }
            }
            default -> { }
        }
    }

    private static void idNumber(Field field, String text, Map<String, Object> values, LocalDate today,
                                 List<Finding> findings) {
        Object type = values.get("id_type");
        if (type != null && !CITIZEN.contains(type.toString())) {
            return;
        }
        IdCheck check = IdNumber.check(text, today);
        if (check instanceof IdCheck.Refused refused) {
            findings.add(new Finding(refused.problem().code(), Level.E, field.key(), refused.problem().code(),
                List.of(refused.normalised().length(), refused.expectedCheck())));
        } else if (check instanceof IdCheck.Valid valid) {
            valid.warnings().forEach(warning -> findings.add(new Finding(warning.code(), Level.W, field.key(),
                warning.code(), List.of())));
        }
    }

    private static void name(Field field, String text, List<Finding> findings) {
        for (PersonName.Problem problem : PersonName.check(text)) {
            Level level = problem.refuses() ? Level.E : Level.W;
            String code = problem.code();
            findings.add(new Finding(code, level, field.key(), code, List.of()));
        }
    }

    private static void phone(Field field, String text, List<Finding> findings) {
        if (!Phone.all(text).stream().allMatch(Phone::recognised)) {
            findings.add(new Finding("phone.form", Level.W, field.key(), "phone.form", List.of()));
        }
    }

    private static void creditCode(Field field, String text, List<Finding> findings) {
        if (CreditCode.check(text) instanceof CreditCode.Check.Refused) {
            findings.add(new Finding("credit_code", Level.E, field.key(), "credit_code", List.of()));
        }
    }
}
