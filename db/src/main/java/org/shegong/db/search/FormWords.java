package org.shegong.db.search;

import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.journal.SearchIndex;

/**
 * The words by which a record is found, from the fields that its form names for search.
 *
 * <p>Fields that name other records add none: those records are found by their own words.
 */
public final class FormWords implements SearchIndex {
    private final Pinyin pinyin;

    public FormWords(Pinyin pinyin) {
        this.pinyin = pinyin;
    }

    @Override
    public Set<String> words(DSLContext db, Form form, Map<String, Object> values) {
        SearchTokens tokens = new SearchTokens(pinyin);
        for (String key : form.search()) {
            Field field = form.field(key);
            if (values.get(key) instanceof String text && field.type() != FieldType.REF) {
                add(tokens, field, text);
            }
        }
        return tokens.tokens();
    }

    private static void add(SearchTokens tokens, Field field, String text) {
        switch (field.mask()) {
            case "id_number" -> tokens.idNumber(text);
            case "phone" -> tokens.phone(text);
            case "name" -> tokens.name(text);
            default -> {
                if (field.type() == FieldType.AUTO || field.key().endsWith("_no")) {
                    tokens.number(text);
                } else if (field.type() == FieldType.LONG_TEXT) {
                    tokens.running(text);
                } else {
                    tokens.title(text);
                }
            }
        }
    }
}
