package org.shegong.db.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Table;
import org.jooq.TableField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shegong.db.codes.CodeBook;
import org.shegong.db.schema.DefaultSchema;

/** The bundled forms agree with the schema, the code lists, the messages and themselves. */
class FormFilesTest {
    private static final FormCatalogue FORMS = FormCatalogue.bundled();
    private static final Set<String> HEADER = Set.of("id", "doc_no", "status", "version", "source", "sens",
        "import_key", "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "extra");
    private static final Set<String> KEPT_BY_TRIGGERS = Set.of("visit.duplicate_of");
    private static final Set<String> RULES = Set.of("not_before", "not_after", "forbid", "one_of_filled", "different",
        "same", "sum_not_over", "not_over", "at_least", "max_count", "min_count", "id_matches", "disability_matches",
        "not_future", "within_days", "span_days", "different_days", "different_hours", "no_common", "count_not_over",
        "unique", "no_overlap", "not_before_child", "within_days_of_child", "not_before_parent", "not_after_parent",
        "not_over_parent", "child_count_not_over", "child_count_is", "child_sum_is", "no_time_overlap");
    private static final Set<String> CHECKS = Set.of("", "id_number", "phone", "person_name", "credit_code",
        "disability_no", "cert_no");
    private static final Set<String> MASKS = Set.of("", "id_number", "name", "phone", "address", "birth", "amount",
        "full");
    private static final Pattern FILL = Pattern.compile(
        "|today|now|me|last|code:.+|text:.+|number:\\d+|add_days:\\d+:\\w+");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    static Stream<Form> forms() {
        return FORMS.all().stream();
    }

    private static Table<?> table(Form form) {
        return DefaultSchema.DEFAULT_SCHEMA.getTable(form.table());
    }

    @Test
    void coversEveryTableOfRecords() {
        List<String> tables = DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
            .filter(t -> t.field("doc_no") != null).map(Table::getName).toList();
        assertThat(FORMS.all()).extracting(Form::table).containsExactlyInAnyOrderElementsOf(tables);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void keepsFieldsInColumnsOfTheRightType(Form form) {
        assertThat(form.fields()).extracting(Field::key).doesNotHaveDuplicates();
        assertThat(form.fields()).allSatisfy(field -> {
            org.jooq.Field<?> column = table(form).field(field.key());
            if (field.inColumn()) {
                assertThat(column).as("column of %s.%s", form.key(), field.key()).isNotNull();
                assertThat(column.getType()).as("%s.%s", form.key(), field.key())
                    .isEqualTo(field.type().isNumberColumn() ? Long.class : String.class);
            } else {
                assertThat(column).as("no column for %s.%s", form.key(), field.key()).isNull();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void showsEveryColumn(Form form) {
        assertThat(Stream.of(table(form).fields()).map(org.jooq.Field::getName)
            .filter(name -> !HEADER.contains(name) && !KEPT_BY_TRIGGERS.contains(form.key() + "." + name)))
            .allSatisfy(name -> assertThat(form.find(name)).as(form.key() + "." + name).isPresent());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void refersToTheFormsThatTheSchemaRefersTo(Form form) {
        assertThat(form.fields()).filteredOn(f -> f.type() == FieldType.REF).allSatisfy(field -> {
            List<String> targets = table(form).getReferences().stream()
                .filter(key -> key.getFields().stream().map(TableField::getName).toList().contains(field.key()))
                .map(key -> key.getKey().getTable().getName()).toList();
            assertThat(targets).as(form.key() + "." + field.key()).containsExactly(field.target());
        });
        assertThat(form.fields()).filteredOn(f -> f.type() == FieldType.REFS)
            .allSatisfy(field -> assertThat(FORMS.keys()).contains(field.target()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void usesKnownCodeListsChecksMasksAndDefaults(Form form) {
        CodeBook codes = CodeBook.bundled();
        assertThat(form.fields()).allSatisfy(field -> {
            boolean coded = field.type() == FieldType.CODE || field.type() == FieldType.CODES;
            if (coded || !field.codes().isEmpty()) {
                assertThat(codes.titles()).as(form.key() + "." + field.key()).containsKey(field.codes());
            }
            if (field.fill().startsWith("code:")) {
                assertThat(codes.has(field.codes(), field.fill().substring("code:".length()))).isTrue();
            }
            assertThat(CHECKS).contains(field.check());
            assertThat(MASKS).contains(field.mask());
            assertThat(field.fill()).matches(FILL);
            assertThat(field.label()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void namesOnlyItsOwnFields(Form form) {
        Set<String> named = new HashSet<>(form.list());
        named.addAll(form.filters());
        named.addAll(form.search());
        if (!form.sortField().isEmpty()) {
            named.add(form.sortField());
        }
        if (form.isDated()) {
            named.add(form.dateField());
        }
        form.fields().forEach(field -> {
            field.requiredIf().collectFields(named);
            field.shownIf().collectFields(named);
        });
        form.sections().forEach(section -> section.shownIf().collectFields(named));
        PLACE.matcher(form.display()).results().forEach(place -> named.add(place.group(1)));
        form.rules().forEach(rule -> {
            named.add(rule.field());
            named.addAll(rule.others());
            ConditionReader.read(form.key(), rule.options().get("when"), Condition.ALWAYS).collectFields(named);
        });
        assertThat(named).allSatisfy(key -> assertThat(form.find(key)).as(form.key() + "." + key).isPresent());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void knowsItsParentAndChildren(Form form) {
        if (!form.parentForm().isEmpty()) {
            assertThat(form.field(form.parentField()).target()).isEqualTo(form.parentForm());
        }
        assertThat(form.children()).allSatisfy(child ->
            assertThat(FORMS.form(child.form()).field(child.by()).target()).isEqualTo(form.key()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void printsFieldsThatExist(Form form) {
        Set<String> sections = form.sections().stream().map(Section::key).collect(Collectors.toSet());
        assertThat(form.hidden() || !form.prints().isEmpty()).as(form.key() + " prints").isTrue();
        form.prints().forEach(print -> {
            assertThat(sections).containsAll(print.sections());
            assertThat(print.signatures()).isNotEmpty();
            assertThat(FORMS.keys()).containsAll(print.children());
            List<String> columns = new ArrayList<>(print.columnsOf());
            assertThat(columns).allSatisfy(key ->
                assertThat(FORMS.form(print.child()).find(key)).as(print.child() + "." + key).isPresent());
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void hasATextForEveryRule(Form form) {
        ResourceBundle messages = ResourceBundle.getBundle("org.shegong.db.messages");
        assertThat(form.rules()).allSatisfy(rule -> {
            assertThat(RULES).contains(rule.rule());
            assertThat(messages.containsKey(rule.message())).as(rule.message()).isTrue();
        });
    }
}
