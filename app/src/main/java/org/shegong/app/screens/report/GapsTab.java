package org.shegong.app.screens.report;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.i18n.Texts;

/** What is missing before month-end: a heading for each kind, then its records, each a click or Enter away. */
final class GapsTab {
    private static final PseudoClass SECTION = PseudoClass.getPseudoClass("section");
    private final BorderPane view = new BorderPane();
    private final ListView<Entry> list = new ListView<>();
    private final Label intro = Parts.label("", "quiet");
    private final Texts texts;
    private final GapsViewModel model;

    /**
     * A heading, a gap, or the way to those not listed yet.
     *
     * @param line the gap; null for other entries
     * @param longer the group that can be listed further; null for other entries
     */
    private record Entry(String text, GapsViewModel.Line line, GapsViewModel.Group longer) {
    }

    GapsTab(Texts texts, GapsViewModel model) {
        this.texts = texts;
        this.model = model;
        list.getStyleClass().add("gap-list");
        list.setCellFactory(view -> new EntryCell());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(list.getSelectionModel().getSelectedItem());
                event.consume();
            }
        });
        view.setTop(head());
        model.groups().addListener((ListChangeListener<GapsViewModel.Group>) change -> show());
        model.busyProperty().addListener(change -> show());
        show();
    }

    private Node head() {
        ToggleGroup both = new ToggleGroup();
        ToggleButton month = choice("gaps.month", "left-pill", both);
        ToggleButton history = choice("gaps.history", "right-pill", both);
        month.setSelected(true);
        both.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                model.historyProperty().set(now == history);
            }
        });
        model.historyProperty().addListener((property, before, all) -> {
            both.selectToggle(all ? history : month);
            intro.setText(texts.get(all ? "gaps.intro.history" : "gaps.intro"));
            model.reload();
        });
        intro.setText(texts.get("gaps.intro"));
        HBox head = new HBox(12, new HBox(month, history), intro);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("tab-intro");
        return head;
    }

    private ToggleButton choice(String key, String style, ToggleGroup group) {
        ToggleButton button = new ToggleButton(texts.get(key));
        button.setId(key.replace('.', '-'));
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.getStyleClass().add(style);
        return button;
    }

    Node view() {
        return view;
    }

    private void show() {
        if (model.groups().isEmpty()) {
            view.setCenter(model.busyProperty().get() ? Parts.waiting(texts.get("gaps.loading"))
                : Parts.state("fth-check-circle", texts.get(model.historyProperty().get() ? "gaps.none.history" : "gaps.none"), ""));
            return;
        }
        List<Entry> entries = new ArrayList<>();
        for (GapsViewModel.Group group : model.groups()) {
            entries.add(new Entry(group.text(), null, null));
            group.lines().forEach(line -> entries.add(new Entry("", line, null)));
            if (group.unlisted() > 0) {
                entries.add(new Entry(texts.get(group.form().isEmpty() ? "gaps.unlisted" : "gaps.more", group.unlisted()),
                    null, group.form().isEmpty() ? null : group));
            }
        }
        int selected = list.getSelectionModel().getSelectedIndex();
        list.getItems().setAll(entries);
        list.getSelectionModel().select(Math.max(0, Math.min(selected, entries.size() - 1)));
        view.setCenter(list);
    }

    private void open(Entry entry) {
        if (entry != null && entry.line() != null) {
            model.open(entry.line());
        } else if (entry != null && entry.longer() != null) {
            model.more(entry.longer());
        }
    }

    private final class EntryCell extends ListCell<Entry> {
        EntryCell() {
            setOnMouseClicked(event -> open(getItem()));
        }

        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            boolean heading = !empty && entry.line() == null;
            pseudoClassStateChanged(SECTION, heading);
            setText(heading ? entry.text() : null);
            setGraphic(empty ? null : !heading ? line(entry.line()) : entry.longer() == null ? null
                : new FontIcon("fth-chevrons-down"));
        }

        private static Node line(GapsViewModel.Line line) {
            HBox box = new HBox(10, Parts.fixed(line.formLabel(), "quiet", "gap-form"), Parts.fixed(line.name()),
                Parts.fixed(line.detail(), "quiet"), Parts.space(), new FontIcon("fth-chevron-right"));
            box.setMinWidth(0);
            return box;
        }
    }
}
