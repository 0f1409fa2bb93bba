package org.shegong.db.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shegong.db.domain.CellText;
import org.shegong.db.domain.CreditCode;
import org.shegong.db.domain.DisabilityCardNo;
import org.shegong.db.domain.IdCheck;
import org.shegong.db.domain.IdNumber;
import org.shegong.db.domain.IdWarning;
import org.shegong.db.domain.PersonName;
import org.shegong.db.domain.Phone;

/** Checks of single values that form files name by {@code check} (validation rules, sections 1 to 5). */
final class ValueChecks {
    private static final Set<String> PERMITS = Set.of("08", "09");
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
        String type = values.get("id_type") == null ? "01" : values.get("id_type").toString();
        if (!CITIZEN.contains(type)) {
            foreign(field, type, text, findings);
            return;
        }
        IdCheck check = IdNumber.check(text, today);
        if (check instanceof IdCheck.Refused refused) {
            findings.add(new Finding(refused.problem().code(), Level.E, field.key(), refused.problem().code(),
                List.of(refused.normalised().length(), refused.expectedCheck())));
        } else if (check instanceof IdCheck.Valid valid) {
            valid.warnings().stream().filter(one -> one != IdWarning.RESIDENCE_PERMIT || !PERMITS.contains(type))
                .forEach(one -> findings.add(warning(field, one.code())));
        }
    }

    /** Passports and travel permits are only warned of: their forms change and foreign ones differ. */
    private static void foreign(Field field, String type, String text, List<Finding> findings) {
        String number = CellText.compact(text).toUpperCase(Locale.ROOT);
        boolean odd = switch (type) {
            case "03" -> !number.matches("[A-Z][0-9A-Z]{5,9}");
            case "06" -> !number.matches("[HM]\\d{8}(\\d{2})?");
            case "07" -> !number.matches("\\d{8}|\\d{10}|\\d{18}");
            default -> false;
        };
        if (odd) {
            findings.add(warning(field, type.equals("03") ? "id.passport" : "id.permit"));
        }
    }

    private static Finding warning(Field field, String code) {
        return new Finding(code, Level.W, field.key(), code, List.of());
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
        CreditCode.Check check = CreditCode.check(text);
        if (check instanceof CreditCode.Check.Refused refused) {
            String code = refused.problem().code();
            findings.add(new Finding(code, Level.E, field.key(), code, List.of(refused.expectedCheck())));
        } else if (check instanceof CreditCode.Check.Valid valid) {
            valid.warnings().forEach(one -> findings.add(warning(field, one.code())));
            if (!valid.code().isSocialServiceOrganisation()) {
                findings.add(warning(field, "credit.kind"));
            }
        }
    }
}
