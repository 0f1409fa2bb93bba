package org.shegong.app.controls.list;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shegong.app.i18n.Texts;

/**
 * Several of many, inside the scene: type to narrow, arrows to move, Space to tick. Each tick is told at once. Window
 * thread only.
 */
public final class ChoiceList {
    private static final int SEARCH_FROM = 9;
    private static final int MOST_LINES = 12;

    /**
     * One that can be ticked.
     *
     * @param key what is told
     * @param label what is read
     */
    public record Choice(String key, String label) {
    }

    private final VBox view = new VBox(6);
    private final TextField search = new TextField();
    private final ListView<Choice> list = new ListView<>();
    private final Set<String> ticked = new LinkedHashSet<>();
    private final Consumer<Set<String>> told;
    private final boolean searching;

    /**
     * @param choices in order
     * @param chosen keys that are ticked at first
     * @param told hears all ticked keys after each change, in the order of ticking
     * @param clearText words of the button that takes every tick away
     */
    public ChoiceList(List<Choice> choices, Set<String> chosen, Consumer<Set<String>> told, String clearText,
                      Texts texts) {
        this.told = told;
        this.searching = choices.size() >= SEARCH_FROM;
        ticked.addAll(chosen);
        FilteredList<Choice> shown = new FilteredList<>(FXCollections.observableArrayList(choices));
        search.setPromptText(texts.get("choice.search"));
        search.textProperty().addListener((property, before, typed) -> shown.setPredicate(matching(typed)));
        list.setItems(shown);
        list.setCellFactory(view -> new TickCell());
        list.setPlaceholder(new Label(texts.get("choice.none")));
        list.getSelectionModel().selectFirst();
        size(choices.size());
        fill(clearText, texts);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void size(int choices) {
        list.setFixedCellSize(Region.USE_COMPUTED_SIZE);
        int lines = Math.max(2, Math.min(MOST_LINES, choices));
        list.styleProperty().set("-fx-pref-height: " + (lines * 2.3 + 0.4) + "em; -fx-pref-width: 19em;");
    }

    private void fill(String clearText, Texts texts) {
        Button clear = new Button(clearText);
        clear.getStyleClass().add("flat");
        clear.setOnAction(event -> {
            ticked.clear();
            list.refresh();
            told.accept(Set.of());
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label hint = new Label(texts.get("choice.hint"));
        hint.getStyleClass().add("quiet");
        HBox foot = new HBox(8, clear, space, hint);
        foot.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        if (searching) {
            view.getChildren().add(search);
        }
        view.getChildren().addAll(list, foot);
        view.getStyleClass().add("choice-list");
    }

    private static Predicate<Choice> matching(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return choice -> choice.label().toLowerCase(Locale.ROOT).contains(wanted)
            || choice.key().toLowerCase(Locale.ROOT).startsWith(wanted);
    }

    public Node view() {
        return view;
    }

    /** What should get the focus when the list opens. */
    public Node firstFocus() {
        return searching ? search : list;
    }

    private void pressed(KeyEvent event) {
        boolean inSearch = search.isFocused();
        if (inSearch && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER)) {
            list.requestFocus();
            list.getSelectionModel().selectFirst();
            event.consume();
        } else if (!inSearch && (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER)
            && list.isFocused()) {
            toggle(list.getSelectionModel().getSelectedItem());
            event.consume();
        }
    }

    private void toggle(Choice choice) {
        if (choice != null) {
            if (!ticked.remove(choice.key())) {
                ticked.add(choice.key());
            }
            list.refresh();
            told.accept(new LinkedHashSet<>(ticked));
        }
    }

    /** Labels of what is ticked, in order. */
    public List<String> tickedLabels() {
        List<String> labels = new ArrayList<>();
        list.getItems().stream().filter(choice -> ticked.contains(choice.key())).map(Choice::label)
            .forEach(labels::add);
        return labels;
    }

    private final class TickCell extends ListCell<Choice> {
        private final CheckBox box = new CheckBox();

        TickCell() {
            box.setFocusTraversable(false);
            box.setOnAction(event -> toggle(getItem()));
        }

        @Override
        protected void updateItem(Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setGraphic(empty ? null : box);
            if (!empty) {
                box.setText(choice.label());
                box.setSelected(ticked.contains(choice.key()));
            }
        }
    }
}
