package org.shegong.app.shell;

import java.util.List;
import org.shegong.app.AppContext;

/** What the search field at the top reads. */
public final class SearchTyping {
    private SearchTyping() {
    }

    /** Hits of every form. */
    public static List<?> hits(AppContext context, String typed) {
        GlobalSearch search = new GlobalSearch(context);
        search.typed(typed);
        return List.copyOf(search.hits());
    }
}
