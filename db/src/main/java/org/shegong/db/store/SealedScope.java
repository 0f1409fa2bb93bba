package org.shegong.db.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.shegong.db.codes.ProtectedCategories;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;

/**
 * Which sealed records somebody may see: those of clients and cases that he is responsible for, and those that the
 * leader assigned to him. What seals a record is the list {@code sealed-kinds.txt}; what is written about a sealed client
 * or case is sealed with it. While the responsible worker has no account here, the leader sees the record, since
 * somebody must be able to assign it.
 *
 * <p>Asked as a condition of each query, so a record is sealed and opened by what stands in the file at that moment.
 */
public final class SealedScope {
    /** Key of the setting that names the accounts to which a record was assigned begins so; its id follows. */
    public static final String ASSIGNED = "sealed.";
    /** What happens to many people at once is not about one of them; it only leaves out the name. */
    static final Set<String> ABOUT_MANY = Set.of("activity", "resource_link", "supervision_session",
        "supervision_action", "group_session", "group_work", "household");
    static final String CLIENT = "client";
    static final String CASE = "case_file";
    static final String CRISIS = "crisis";
    static final String HOUSEHOLD = "household";
    private static final String KEPT_IDS = " UNION SELECT z.id FROM sealed_root z WHERE z.opened = 0";
    private final Viewer viewer;
    private final Supplier<LocalDate> today;
    private final String categories;
    private final String problems;
    private final String fields;

    /**
     * Who looks.
     *
     * @param accountId of the account
     * @param name of the account, which is that of the worker it belongs to
     * @param leads whether to see what nobody with an account is responsible for
     * @param accounts names of all accounts
     */
    public record Viewer(String accountId, String name, boolean leads, List<String> accounts) {
        public Viewer {
            accounts = List.copyOf(accounts);
        }
    }

    /** @param today the day the program believes in, on which categories must hold */
    public SealedScope(Viewer viewer, Supplier<LocalDate> today) {
        this.viewer = viewer;
        this.today = today;
        List<String> kinds = kinds();
        this.categories = codes(kinds, "client.primary_cat");
        this.problems = codes(kinds, "case_file.main_problem");
        this.fields = codes(kinds, "case_file.field");
    }

    private static List<String> kinds() {
        try (InputStream in = ProtectedCategories.class.getResourceAsStream("sealed-kinds.txt")) {
            if (in == null) {
                throw new IllegalStateException("missing list of what seals a record");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("list of what seals a record", e);
        }
    }

    private static String codes(List<String> kinds, String place) {
        return kinds.stream().filter(line -> line.startsWith(place + " ")).map(line -> quoted(line.split("\\s+")[1]))
            .collect(Collectors.joining(", "));
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Rows of a form's table that may be seen. */
    Condition visible(Form form) {
        List<String> hidden = new ArrayList<>();
        String table = form.table();
        switch (form.key()) {
            case CLIENT -> hidden.add(hiddenClient(table));
            case HOUSEHOLD -> hidden.add("EXISTS (SELECT 1 FROM client m WHERE m.household_id = household.id"
                + " AND m.deleted_at IS NULL AND " + hiddenClient("m") + ")");
            case CASE -> hidden.add(hiddenCase(table));
            case CRISIS -> hidden.add(hiddenCrisis(table));
            default -> { }
        }
        pointers(form).forEach(field -> hidden.add(pointing(table, field)));
        return hidden.isEmpty() ? DSL.noCondition()
            : DSL.condition("NOT (" + String.join(" OR ", hidden) + ")");
    }

    private String pointing(String table, Field field) {
        String target = field.target();
        String condition = switch (target) {
            case CLIENT -> hiddenClient("t");
            case CASE -> hiddenCase("t");
            default -> hiddenCrisis("t");
        };
        return field.type() == FieldType.REF
            ? "EXISTS (SELECT 1 FROM " + target + " t WHERE t.id = " + table + "." + field.key() + " AND " + condition + ")"
            : "EXISTS (SELECT 1 FROM record_ref p JOIN " + target + " t ON t.id = p.target_id WHERE p.owner_id = " + table
                + ".id AND p.field = " + quoted(field.key()) + " AND " + condition + ")";
    }

    /** The same for a question about many rows. */
    Condition visibleInList(Form form) {
        return new HiddenRecords(this).visible(form);
    }

    /**
     * Fields by which a record is hidden and sealed with what it names. What happens to many at once, and a crisis report,
     * are not about those they name.
     */
    static List<Field> pointers(Form form) {
        return ABOUT_MANY.contains(form.key()) || form.key().equals(CRISIS) ? List.of() : form.fields().stream()
            .filter(field -> SealRoots.ROOTS.contains(field.target())
                && (field.type() == FieldType.REFS || field.type() == FieldType.REF && field.inColumn())).toList();
    }

    /** A question for the ids of all clients that {@link #hiddenClient} can hold for; it may give some more. */
    String sealedClients() {
        return "SELECT s.id FROM client s WHERE s.primary_cat IN (" + categories + ") UNION SELECT s.client_id"
            + " FROM client_category s WHERE s.category IN (" + categories + ") AND s.client_id IS NOT NULL" + KEPT_IDS;
    }

    /** The same for cases, by what they are themselves. */
    String sealedCases() {
        return "SELECT s.id FROM case_file s WHERE " + sealedCase("s") + KEPT_IDS;
    }

    String hiddenClient(String row) {
        return "((" + sealedClient(row) + kept(row) + ") AND NOT " + mine(row + ".owner_worker_id", row + ".id") + ")";
    }

    String hiddenCrisis(String row) {
        return "NOT " + mine(row + ".worker_id", row + ".id");
    }

    /** A record whose content lies under a key of its own stays hidden until it is opened for good. */
    private static String kept(String row) {
        return " OR EXISTS (SELECT 1 FROM sealed_root z WHERE z.id = " + row + ".id AND z.opened = 0)";
    }

    private String sealedClient(String row) {
        return "(COALESCE(" + row + ".primary_cat, '') IN (" + categories + ") OR EXISTS (SELECT 1 FROM client_category k"
            + " WHERE k.client_id = " + row + ".id AND k.category IN (" + categories + ") AND k.deleted_at IS NULL"
            + " AND k.status <> 'void' AND (k.to_date IS NULL OR k.to_date >= '" + today.get() + "')))";
    }

    /** A case is hidden by what it is itself, or because its client is. */
    String hiddenCase(String row) {
        return "((" + sealedCase(row) + kept(row) + ") AND NOT " + mine(row + ".worker_id", row + ".id")
            + " OR EXISTS (SELECT 1 FROM client o WHERE o.id = " + row + ".client_id AND " + hiddenClient("o") + "))";
    }

    private String sealedCase(String row) {
        return "(COALESCE(" + row + ".main_problem, '') IN (" + problems + ") OR COALESCE(" + row + ".field, '') IN ("
            + fields + "))";
    }

    /** Responsible or assigned; for the leader also where nobody with an account is responsible. */
    private String mine(String worker, String id) {
        String own = "COALESCE(" + worker + ", '') IN (SELECT w.id FROM worker w WHERE w.deleted_at IS NULL AND (w.name = "
            + quoted(viewer.name()) + " OR w.id = (SELECT a.worker_id FROM account a WHERE a.id = "
            + quoted(viewer.accountId()) + ")))";
        String assigned = "EXISTS (SELECT 1 FROM setting g WHERE g.key = '" + ASSIGNED + "' || " + id
            + " AND g.deleted_at IS NULL AND instr(g.value, " + quoted(viewer.accountId()) + ") > 0)";
        String orphan = viewer.leads() ? " OR COALESCE(" + worker + ", '') NOT IN (SELECT w.id FROM worker w"
            + " WHERE w.deleted_at IS NULL AND w.name IN (" + viewer.accounts().stream().map(SealedScope::quoted)
            .collect(Collectors.joining(", ")) + "))" : "";
        return "(" + own + " OR " + assigned + orphan + ")";
    }

    /** Condition on rows of client, case_file or crisis: what they say of themselves seals them now. */
    public String rule(String form) {
        return switch (form) {
            case CLIENT -> sealedClient(CLIENT);
            case CASE -> sealedCase(CASE);
            default -> "1 = 1";
        };
    }

    /** Condition on rows of the same: the viewer is among those who may open them. */
    public String assigned(String form) {
        return mine(form.equals(CLIENT) ? "client.owner_worker_id" : form + ".worker_id", form + ".id");
    }

    /** Ids of everything that is sealed by itself, for whoever assigns: clients, cases and crisis reports. */
    String roots() {
        return "SELECT 'client' AS form, c.id AS id, c.client_no AS no, c.owner_worker_id AS worker FROM client c"
            + " WHERE c.deleted_at IS NULL AND c.status <> 'void' AND (" + sealedClient("c") + kept("c") + ")"
            + " UNION ALL SELECT 'case_file', c.id, c.case_no, c.worker_id FROM case_file c"
            + " WHERE c.deleted_at IS NULL AND c.status <> 'void' AND (" + sealedCase("c") + kept("c") + ")"
            + " UNION ALL SELECT 'crisis', c.id, c.doc_no, c.worker_id FROM crisis c"
            + " WHERE c.deleted_at IS NULL AND c.status <> 'void'";
    }
}
