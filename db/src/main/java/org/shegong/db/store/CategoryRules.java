package org.shegong.db.store;

import static org.shegong.db.schema.Tables.CLIENT;
import static org.shegong.db.schema.Tables.CLIENT_CATEGORY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.shegong.db.domain.AgeOn;
import org.shegong.db.forms.Finding;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.Level;

/** Warnings about a dated category that does not fit the client's age or other categories (rules document, BZ04). */
final class CategoryRules {
    private static final String FORM = "client_category";
    private static final Set<String> ORPHAN = Set.of("C201", "C202");
    private static final Set<String> UNATTENDED = Set.of("C203");
    private static final Set<String> MINIMUM_ALLOWANCE = Set.of("C101", "C102");
    private static final Set<String> DESTITUTE = Set.of("C104", "C105");
    private static final String LEFT_BEHIND_CHILD = "C204";
    private static final String AGED = "C304";
    private final DSLContext db;
    private final String id;
    private final String client;
    private final String category;
    private final LocalDate from;
    private final LocalDate to;

    private CategoryRules(DSLContext db, String id, Map<String, Object> values) {
        this.db = db;
        this.id = id;
        this.client = String.valueOf(values.get("client_id"));
        this.category = String.valueOf(values.get("category"));
        this.from = values.get("from_date") instanceof LocalDate date ? date : null;
        this.to = values.get("to_date") instanceof LocalDate date ? date : null;
    }

    static List<Finding> check(DSLContext db, Form form, String id, Map<String, Object> values) {
        return form.key().equals(FORM) && values.get("from_date") != null ? new CategoryRules(db, id, values).findings()
            : List.of();
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        String age = ageMessage();
        if (!age.isEmpty()) {
            findings.add(warning(age));
        }
        if (excludes(ORPHAN, UNATTENDED) || excludes(UNATTENDED, ORPHAN) || excludes(MINIMUM_ALLOWANCE, DESTITUTE)
            || excludes(DESTITUTE, MINIMUM_ALLOWANCE)) {
            findings.add(warning("client_category.exclusive"));
        }
        return findings;
    }

    private static Finding warning(String message) {
        return new Finding(message, Level.W, "category", message, List.of());
    }

    private String ageMessage() {
        String birth = db.select(CLIENT.BIRTH).from(CLIENT).where(CLIENT.ID.eq(client)).fetchOne(CLIENT.BIRTH);
        if (birth == null || LocalDate.parse(birth).isAfter(from)) {
            return "";
        }
        int age = AgeOn.years(LocalDate.parse(birth), from);
        if (category.equals(LEFT_BEHIND_CHILD) && age >= 16) {
            return "client.left_behind_child_age";
        }
        if (category.startsWith("C2") && age >= 18) {
            return "client.child_category_adult";
        }
        if (category.equals(AGED) && age < 80) {
            return "client.aged_category_age";
        }
        return category.startsWith("C3") && age < 60 ? "client.elder_category_age" : "";
    }

    private boolean excludes(Set<String> mine, Set<String> theirs) {
        Condition sameTime = CLIENT_CATEGORY.TO_DATE.isNull().or(CLIENT_CATEGORY.TO_DATE.ge(from.toString()));
        if (to != null) {
            sameTime = sameTime.and(CLIENT_CATEGORY.FROM_DATE.le(to.toString()));
        }
        return mine.contains(category) && db.fetchExists(CLIENT_CATEGORY, CLIENT_CATEGORY.CLIENT_ID.eq(client)
            .and(CLIENT_CATEGORY.ID.ne(id)).and(CLIENT_CATEGORY.CATEGORY.in(theirs))
            .and(CLIENT_CATEGORY.DELETED_AT.isNull()).and(sameTime));
    }
}
