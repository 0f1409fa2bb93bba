package org.shegong.app;

import javafx.scene.Node;
import javafx.stage.Window;

/**
 * What appears above the screen, always inside the same scene: input methods fail in popup windows. Window thread
 * only.
 */
public interface Overlays {
    /**
     * Covers the window with a dialog. Esc closes it; focus then returns to where it was.
     *
     * @param content the dialog
     * @param firstFocus what gets the focus; may be null
     */
    void dialog(Node content, Node firstFocus);

    /**
     * Lays a drop-down beneath a control; a click elsewhere or Esc closes it.
     *
     * @param anchor the control; when {@code firstFocus} is null the focus stays there
     */
    void beneath(Node anchor, Node content, Node firstFocus);

    /** Closes the dialog or drop-down on top; nothing happens when there is none. */
    void close();

    /** Closes the dialog or drop-down that shows this content, wherever it lies; nothing happens when none does. */
    void close(Node content);

    /** True while a dialog or drop-down is open. */
    boolean isOpen();

    /** Says something in passing. */
    void toast(String text);

    /** Says something in passing and offers one thing to do about it, such as taking it back. */
    void toast(String text, String actionText, Runnable action);

    /** Asks before something that cannot be taken back. */
    void confirm(String title, String text, String actionText, Runnable action);

    /** Says what went wrong, whether data is safe and what to do, with a short stable code. */
    void error(Throwable failure);

    /** The window, for file choosers. */
    Window window();
}
