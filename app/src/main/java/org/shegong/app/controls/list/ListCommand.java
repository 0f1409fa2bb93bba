package org.shegong.app.controls.list;

import java.util.function.Consumer;
import org.shegong.app.DeskAction;

/**
 * Something that a list can do which others provide, such as export to Excel.
 *
 * @param text words of the menu
 * @param icon Feather icon literal
 * @param action gets the list as it stands: its form, columns, filters, masks and, from {@code allIds}, its records
 * @param key what asks for it by key; null for none
 */
public record ListCommand(String text, String icon, Consumer<RecordListModel> action, DeskAction key) {
    /** A command without a key of its own. */
    public ListCommand(String text, String icon, Consumer<RecordListModel> action) {
        this(text, icon, action, null);
    }
}
