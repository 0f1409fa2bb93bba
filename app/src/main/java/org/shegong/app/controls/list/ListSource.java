package org.shegong.app.controls.list;

import java.util.List;
import org.shegong.db.forms.Form;
import org.shegong.db.store.Page;

/** Where a list's lines come from. Reads happen beside the window. */
public interface ListSource {
    /** Lines read at a time. */
    int PAGE = 100;

    /**
     * A stretch of a list from its top.
     *
     * @param rows in order
     * @param next where it goes on; null at the end
     */
    record Stretch(List<RecordRow> rows, Page.Key next) {
        static final Stretch NONE = new Stretch(List.of(), null);

        int size() {
            return rows.size();
        }
    }

    Form form();

    /** True when the list is looked at by month. */
    boolean monthly();

    /** The first lines, at least {@code size} when there are as many. */
    Stretch first(ListQuestion question, int size);

    /** The next page after a stretch; only its new lines. */
    Stretch more(ListQuestion question, Stretch from);

    /** How many there are, in words. Apart from the lines, which need not wait until all are counted. */
    String summary(ListQuestion question);

    /** Ids of the whole list in its order. */
    List<String> ids(ListQuestion question);
}
