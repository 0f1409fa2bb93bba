package org.shegong.db.codes;

import java.time.LocalDate;
import java.util.List;

/**
 * One entry of a code list. Codes are never reused or given another meaning; old ones are retired.
 *
 * @param list id of its list, such as {@code CLIENT_CAT}
 * @param code what records keep
 * @param label what people read
 * @param parent code of the class it belongs to, in the same list; empty for none
 * @param aliases other wordings that ledgers use; may be empty
 * @param sort place in its list, ascending
 * @param validFrom first day it may be chosen, or null
 * @param validTo last day it may be chosen, or null
 * @param stdRef national standard and code behind it; empty for none
 * @param note for whom reads the list; {@value #HEADING} marks a class that no record keeps
 * @param enabled false when the station has switched it off
 */
public record Code(String list, String code, String label, String parent, List<String> aliases, int sort,
                   LocalDate validFrom, LocalDate validTo, String stdRef, String note, boolean enabled) {
    static final String HEADING = "heading";

    public Code {
        aliases = List.copyOf(aliases);
    }

    /** True for a class of codes, such as C1 of the client categories, which only groups others. */
    public boolean isHeading() {
        return note.equals(HEADING);
    }

    /** True when it may be chosen for something that happened on this day. */
    public boolean isOffered(LocalDate day) {
        return enabled && !isHeading() && (validFrom == null || !day.isBefore(validFrom))
            && (validTo == null || !day.isAfter(validTo));
    }
}
