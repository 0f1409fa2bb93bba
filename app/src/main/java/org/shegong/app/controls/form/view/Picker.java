package org.shegong.app.controls.form.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.shegong.app.controls.form.model.Choice;
import org.shegong.app.controls.form.model.ChoiceSearch;
import org.shegong.app.controls.form.model.FormTexts;

/**
 * A text field that finds choices while one types and shows them in a floating list.
 *
 * <p>F4 or Alt+Down opens the list, arrows move in it, Enter and Tab take, Esc closes. Whoever types faster than the
 * choices are found gets what belongs to the whole text, never what was found for its beginning.
 */
final class Picker {
    private final TextField input;
    private final Region anchor;
    private final OverlayLayer overlays;
    private final FormTexts texts;
    private final ChoiceSearch search;
    private final ChoiceList list;
    private final Consumer<Choice> take;
    private String newLabel = "";
    private boolean stays;
    private boolean silent;
    /** What is being looked for; null when the choices shown are those of what is typed. */
    private String sought;
    /** What to do when nothing is found for a text that was left before its choices came; null when none was. */
    private Runnable nothingFound;

    /**
     * @param take told of the choice taken; the picker does not write into the text field itself
     */
    Picker(TextField input, Region anchor, OverlayLayer overlays, FormTexts texts, ChoiceSearch search,
           Consumer<Choice> take) {
        this.input = input;
        this.anchor = anchor;
        this.overlays = overlays;
        this.texts = texts;
        this.search = search;
        this.take = take;
        this.list = new ChoiceList(texts, this::taken);
        list.setId(input.getId() + "-list");
        input.textProperty().addListener((o, before, now) -> {
            if (!silent && input.isFocused()) {
                open(now);
            }
        });
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Offers to make a new record of this kind at the end of the list. */
    void offerNew(String label) {
        newLabel = label;
    }

    /** Keeps the cursor here after Enter has taken a choice, to pick more. */
    void stayAfterTaking() {
        stays = true;
    }

    /** Writes into the text field without searching for it. */
    void write(String text) {
        silent = true;
        input.setText(text);
        input.selectAll();
        silent = false;
    }

    boolean isOpen() {
        return overlays.isShowing(list);
    }

    void close() {
        overlays.hide(list);
    }

    /** The choice that stands ready while the list is open; null for none. */
    Choice ready() {
        return isOpen() && !isSearching() ? list.selected() : null;
    }

    /** True while the choices for what is typed have not come yet. */
    boolean isSearching() {
        return sought != null && !sought.isBlank();
    }

    /** Takes the first choice as soon as it is found, wherever the cursor is by then. */
    void takeWhenFound(Runnable orElse) {
        nothingFound = orElse;
    }

    /** Opens the list for what is typed; everything when nothing is. */
    void open(String typed) {
        sought = typed;
        nothingFound = null;
        search.find(typed, found -> {
            if (typed.equals(sought)) {
                sought = null;
                answered(typed, found);
            }
        });
    }

    private void answered(String typed, List<Choice> found) {
        Runnable orElse = nothingFound;
        nothingFound = null;
        if (orElse != null) {
            found.stream().findFirst().ifPresentOrElse(take, orElse);
        } else if (input.isFocused()) {
            list.show(withNew(found, typed), texts.text(typed.isBlank() ? "picker.empty" : "picker.none", typed),
                !typed.isBlank());
            overlays.show(list, anchor);
        }
    }

    private List<Choice> withNew(List<Choice> found, String typed) {
        if (newLabel.isEmpty()) {
            return found;
        }
        List<Choice> all = new ArrayList<>(found);
        all.add(new Choice("", typed.isBlank() ? texts.text("picker.new", newLabel)
            : texts.text("picker.new.named", newLabel, typed.strip()), "", false));
        return all;
    }

    private void taken(Choice choice) {
        close();
        take.accept(choice);
    }

    private void key(KeyEvent event) {
        boolean altDown = event.isAltDown() && event.getCode() == KeyCode.DOWN;
        if (event.getCode() == KeyCode.F4 || altDown) {
            open("");
            event.consume();
        } else if (isOpen()) {
            keyWhileOpen(event);
        }
    }

    private void keyWhileOpen(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(event, 1);
            case UP -> move(event, -1);
            case PAGE_DOWN -> move(event, 8);
            case PAGE_UP -> move(event, -8);
            case ESCAPE -> {
                close();
                event.consume();
            }
            case ENTER, TAB -> {
                Choice ready = ready();
                boolean takeIt = ready != null && !event.isControlDown()
                    && !(ready.isNew() && event.getCode() == KeyCode.TAB);
                close();
                if (takeIt) {
                    take.accept(ready);
                    if (event.getCode() == KeyCode.ENTER && (stays || ready.isNew())) {
                        event.consume();
                    }
                }
            }
            default -> { }
        }
    }

    private void move(KeyEvent event, int by) {
        list.move(by);
        event.consume();
    }
}
