package org.shegong.app.shell;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;
import org.shegong.app.shell.GlobalSearch.Hit;

/** The search field in the top bar; hits open beneath it while the keyboard stays in the field. */
final class SearchBox {
    private static final int MOST_LINES = 12;
    private final TextField field = new TextField();
    private final ListView<Hit> list = new ListView<>();
    private final VBox panel = new VBox();
    private final AppContext context;
    private final GlobalSearch search;
    /** Enter came before the hits of what was typed: the first of them is opened when they come. */
    private boolean takeWhenFound;

    SearchBox(AppContext context, GlobalSearch search) {
        this.context = context;
        this.search = search;
        field.setPromptText(context.texts().get("search.prompt", DeskAction.SEARCH.keyText()));
        field.getStyleClass().add("global-search");
        field.setFocusTraversable(false);
        field.textProperty().addListener((property, before, words) -> {
            takeWhenFound = false;
            search.typed(words);
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                hide();
            }
        });
        list.setItems(search.hits());
        list.setCellFactory(view -> new HitCell());
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> take());
        panel.getChildren().add(list);
        panel.getStyleClass().add("search-hits");
        search.hits().addListener((ListChangeListener<Hit>) change -> show());
    }

    Node view() {
        return field;
    }

    void focus() {
        field.requestFocus();
        field.selectAll();
    }

    private void show() {
        if (search.hits().isEmpty()) {
            hide();
            return;
        }
        int lines = Math.min(MOST_LINES, search.hits().size());
        list.setStyle("-fx-pref-height: " + (lines * 2.4 + 0.5) + "em; -fx-pref-width: 30em;");
        list.getSelectionModel().selectFirst();
        if (takeWhenFound) {
            take();
            return;
        }
        if (panel.getScene() == null && field.isFocused()) {
            context.overlays().beneath(field, panel, null);
        }
    }

    private void hide() {
        context.overlays().close(panel);
    }

    private void pressed(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> list.getSelectionModel().select(Math.min(at + 1, search.hits().size() - 1));
            case UP -> list.getSelectionModel().select(Math.max(at - 1, 0));
            case ENTER -> take();
            case ESCAPE -> leave();
            default -> {
                return;
            }
        }
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - MOST_LINES / 2));
        event.consume();
    }

    private void leave() {
        hide();
        field.clear();
        field.getParent().requestFocus();
    }

    private void take() {
        if (search.isSearching()) {
            takeWhenFound = true;
            return;
        }
        Hit hit = list.getSelectionModel().getSelectedItem();
        if (hit != null) {
            hide();
            field.clear();
            context.navigator().openRecord(hit.form(), hit.id());
        }
    }

    private static final class HitCell extends ListCell<Hit> {
        @Override
        protected void updateItem(Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            setGraphic(empty ? null : line(hit));
        }

        private static Node line(Hit hit) {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Label kind = new Label(hit.kind());
            kind.getStyleClass().add("quiet");
            kind.setMinWidth(Region.USE_PREF_SIZE);
            return new HBox(8, new Label(hit.label()), space, kind);
        }
    }
}
