package org.shegong.db.codes;

import java.util.List;

/**
 * A station's own entry over the bundled lists: a code of its own (U01 …), or a bundled one renamed, given
 * further wordings or switched off (form {@code code_entry}).
 *
 * @param list id of the list
 * @param code a new code, or one that the list has
 * @param label empty or null keeps the bundled label
 * @param aliases further wordings; may be empty
 * @param parent empty or null keeps the bundled parent
 * @param sort place in the list; 0 keeps the bundled place, or puts a new code at the end
 * @param enabled false switches the code off
 */
public record StationCode(String list, String code, String label, List<String> aliases, String parent, int sort,
                          boolean enabled) {
    public StationCode {
        label = label == null ? "" : label;
        parent = parent == null ? "" : parent;
        aliases = aliases.stream().map(String::strip).filter(alias -> !alias.isEmpty()).toList();
    }
}
