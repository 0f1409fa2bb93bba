package org.shegong.app.shell;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.shegong.app.DeskAction;

/** Turns keys into what they ask for, wherever the focus is. */
final class ShortcutKeys {
    /** In a text field these keys take back what was typed there. */
    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    private final Scene scene;
    private final OverlayPane overlays;
    private final Supplier<Optional<Desk>> desk;

    ShortcutKeys(Scene scene, OverlayPane overlays, Supplier<Optional<Desk>> desk) {
        this.scene = scene;
        this.overlays = overlays;
        this.desk = desk;
    }

    void install() {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.ALT) {
                desk.get().ifPresent(open -> open.showLetters(false));
            }
        });
        scene.windowProperty().addListener((property, before, window) -> {
            if (window != null) {
                window.focusedProperty()
                    .addListener((focus, was, is) -> desk.get().ifPresent(open -> open.showLetters(false)));
            }
        });
    }

    private void pressed(KeyEvent event) {
        if (overlays.isOpen() && DeskAction.CLOSE.combination().match(event)) {
            overlays.close();
            event.consume();
        } else if (!overlays.isOpen() || overlays.letsKeysThrough()) {
            desk.get().filter(open -> handled(open, event)).ifPresent(open -> event.consume());
        }
    }

    private boolean handled(Desk open, KeyEvent event) {
        if (event.getCode() == KeyCode.ALT) {
            open.showLetters(true);
            return false;
        }
        if (event.isAltDown() && !event.isControlDown() && event.getCode().isLetterKey()) {
            return open.openByLetter(event.getCode().getName());
        }
        if (UNDO.match(event) && !(scene.getFocusOwner() instanceof TextInputControl)) {
            return open.perform(DeskAction.UNDO);
        }
        for (DeskAction action : DeskAction.values()) {
            if (action.combination().match(event)) {
                return !belongsToTyping(action) && open.perform(action);
            }
        }
        return false;
    }

    /** Ctrl+arrows move by words while somebody types. */
    private boolean belongsToTyping(DeskAction action) {
        return (action == DeskAction.PREVIOUS_MONTH || action == DeskAction.NEXT_MONTH)
            && scene.getFocusOwner() instanceof TextInputControl text && !text.getText().isEmpty();
    }
}
