package org.shegong.db.forms;

import java.math.BigDecimal;

/**
 * One field of a form, as its form file defines it.
 *
 * @param key column name, or the name under which several values are kept
 * @param label what people read
 * @param type what it holds
 * @param codes code list of CODE and CODES; empty otherwise
 * @param target form of REF and REFS; empty otherwise
 * @param unit unit of a number, for people; may be empty
 * @param requiredIf when a submitted record must have it
 * @param shownIf when it is asked at all
 * @param min smallest number allowed (MONEY in yuan), or null
 * @param max largest number allowed, or null
 * @param minLength fewest characters (code points) when filled; 0 for none
 * @param maxLength most characters; 0 for none
 * @param past a date that may not lie after today
 * @param check name of a value rule ({@code id_number}, {@code phone} …); empty for none
 * @param fill how a new record is pre-filled; empty for none
 * @param compute name of the computation of a COMPUTED field, or of a derived default; empty for none
 * @param sensitivity how carefully it is kept
 * @param mask masking rule; empty for none
 * @param section key of the section it stands in
 * @param hint a sentence of help; may be empty
 * @param wide spans the whole width of the form
 * @param lines height of long text, in lines
 * @param extra lives in the record's JSON of local fields instead of a column
 * @param importable offered for ledger import
 */
public record Field(String key, String label, FieldType type, String codes, String target, String unit,
                    Condition requiredIf, Condition shownIf, BigDecimal min, BigDecimal max, int minLength,
                    int maxLength, boolean past, String check, String fill, String compute,
                    Sensitivity sensitivity, String mask, String section, String hint, boolean wide, int lines,
                    boolean extra, boolean importable) {

    /** True when its value is kept in a column of the form's own table. */
    public boolean inColumn() {
        return !type.isMany() && !type.isComputed() && !extra;
    }

    /** True when no record can be submitted without it. */
    public boolean alwaysRequired() {
        return requiredIf.equals(Condition.ALWAYS);
    }
}
