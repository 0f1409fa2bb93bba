package org.shegong.db.journal.seal;

import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;

/**
 * Which values of a sealed record are sealed, and what stands in their place. What is said in words tells who somebody
 * is or what happened: every text and long text. Codes, days, numbers and links, which figures count, stay readable; so
 * do document numbers, by which records are assigned.
 */
public final class SealedText {
    /** Stands in the column of a value that is sealed; whoever cannot open it reads this. */
    public static final String MARK = "（已封存）";
    /** Stands for a value whose sealed content was altered, moved or damaged. */
    public static final String DAMAGED = "（封存内容已损坏或被改动，请从备份恢复）";

    private SealedText() {
    }

    /** True when the field's value is sealed in a sealed record. */
    public static boolean isSealable(Field field) {
        return field.type() == FieldType.TEXT || field.type() == FieldType.LONG_TEXT;
    }

    /** True when a value is one of the two that stand for another. */
    public static boolean isStandIn(Object value) {
        return MARK.equals(value) || DAMAGED.equals(value);
    }
}
