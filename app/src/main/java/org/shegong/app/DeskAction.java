package org.shegong.app;

import java.util.Locale;
import javafx.scene.input.KeyCombination;

/**
 * What keys can ask for. The one list behind key handling, tooltips and the sheet of shortcuts; the words are under
 * {@code action.<name>} in the bundle.
 */
public enum DeskAction {
    SEARCH("Shortcut+K"), NEW("Shortcut+N"), SAVE("Shortcut+S"), SAVE_NEXT("Shortcut+Enter"),
    COPY_LAST("Shortcut+D"), EDIT("F2"), CODE_LIST("F4"), FIND_HERE("Shortcut+F"),
    PREVIOUS_MONTH("Shortcut+Left"), NEXT_MONTH("Shortcut+Right"), RELOAD("F5"), PRINT("Shortcut+P"),
    UNDO("Shortcut+Shift+Z"), LOCK("Shortcut+L"), HELP("F1"), CLOSE("Esc");

    private final String keys;
    private final KeyCombination combination;

    DeskAction(String keys) {
        this.keys = keys;
        this.combination = KeyCombination.valueOf(keys);
    }

    /** The keys, for matching events. */
    public KeyCombination combination() {
        return combination;
    }

    /** The keys as people read them, such as {@code Ctrl+N}. */
    public String keyText() {
        return keys.replace("Shortcut", "Ctrl");
    }

    /** Key of the words in the bundle. */
    public String textKey() {
        return "action." + name().toLowerCase(Locale.ROOT);
    }
}
