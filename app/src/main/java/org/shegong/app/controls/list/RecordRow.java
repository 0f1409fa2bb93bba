package org.shegong.app.controls.list;

import java.util.Map;

/**
 * One line of a list, ready to be shown.
 *
 * @param id of the record
 * @param form of the record
 * @param draft still to be finished
 * @param duplicate counts nowhere because another record says the same
 * @param cells texts by field key, masked; a missing one is empty
 */
public record RecordRow(String id, String form, boolean draft, boolean duplicate, Map<String, String> cells) {
    public RecordRow {
        cells = Map.copyOf(cells);
    }

    /** Text of a column, empty for nothing. */
    public String cell(String field) {
        return cells.getOrDefault(field, "");
    }
}
