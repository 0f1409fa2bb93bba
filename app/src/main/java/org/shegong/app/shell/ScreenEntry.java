package org.shegong.app.shell;

import java.util.List;
import java.util.function.Function;
import org.shegong.app.AppContext;
import org.shegong.app.Screen;

/**
 * One line of the navigation.
 *
 * @param key name of the screen; its words are under {@code nav.<key>}
 * @param icon Feather icon literal
 * @param letter with Alt, opens it
 * @param forms forms whose drafts are counted beside it; may be empty
 * @param make makes the screen when it is first opened
 */
record ScreenEntry(String key, String icon, String letter, List<String> forms, Function<AppContext, Screen> make) {
    String textKey() {
        return "nav." + key;
    }
}
