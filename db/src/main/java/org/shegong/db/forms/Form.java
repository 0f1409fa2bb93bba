package org.shegong.db.forms;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One form: a kind of record and everything the program knows of it.
 *
 * @param key name of the form and of its file
 * @param label what navigation and lists say
 * @param title printed title
 * @param table its table
 * @param source document and clause behind it
 * @param number letters of its document number; empty when it has none
 * @param dateField field of the business date; empty when it has none
 * @param display how one record is named, with {@code {field}} places
 * @param hidden kept by the program, not offered in navigation, import or print
 * @param parentForm form it belongs to; empty for none
 * @param parentField its field that points to the parent; empty for none
 * @param children forms that belong to it
 * @param list default columns of its list
 * @param sortField default sort; {@code sortDescending} its direction
 * @param filters fields offered as filters
 * @param search fields by whose words it is found
 * @param sections its parts, in order
 * @param fields its fields, in order
 * @param rules rules between fields
 * @param prints its printed editions
 */
public record Form(String key, String label, String title, String table, String source, String number,
                   String dateField, String display, boolean hidden, String parentForm, String parentField,
                   List<ChildLink> children, List<String> list, String sortField, boolean sortDescending,
                   List<String> filters, List<String> search, List<Section> sections, List<Field> fields,
                   List<FieldRule> rules, List<PrintTemplate> prints, Map<String, Field> byKey) {

    /** The same without the index, which is derived. */
    public Form(String key, String label, String title, String table, String source, String number,
                String dateField, String display, boolean hidden, String parentForm, String parentField,
                List<ChildLink> children, List<String> list, String sortField, boolean sortDescending,
                List<String> filters, List<String> search, List<Section> sections, List<Field> fields,
                List<FieldRule> rules, List<PrintTemplate> prints) {
        this(key, label, title, table, source, number, dateField, display, hidden, parentForm, parentField, children,
            list, sortField, sortDescending, filters, search, sections, fields, rules, prints,
            fields.stream().collect(Collectors.toUnmodifiableMap(Field::key, Function.identity())));
    }

    /** The field of this key, if the form has it. */
    public Optional<Field> find(String fieldKey) {
        return Optional.ofNullable(byKey.get(fieldKey));
    }

    /**
     * The field of this key.
     *
     * @throws NoSuchElementException when the form has no such field
     */
    public Field field(String fieldKey) {
        Field field = byKey.get(fieldKey);
        if (field == null) {
            throw new NoSuchElementException("form " + key + " has no field " + fieldKey);
        }
        return field;
    }

    /** Fields of one section, in order. */
    public List<Field> fieldsOf(String sectionKey) {
        return fields.stream().filter(field -> field.section().equals(sectionKey)).toList();
    }

    /** True when its records carry a business date. */
    public boolean isDated() {
        return !dateField.isEmpty();
    }
}
