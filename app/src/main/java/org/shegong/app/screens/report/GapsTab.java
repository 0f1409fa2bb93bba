package org.shegong.app.screens.report;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
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
    private final Texts texts;
    private final GapsViewModel model;

    /** A heading, a gap, or the number of those not listed. */
    private record Entry(String text, GapsViewModel.Line line) {
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
        view.setTop(Parts.label(texts.get("gaps.intro"), "quiet", "tab-intro"));
        model.groups().addListener((ListChangeListener<GapsViewModel.Group>) change -> show());
        model.busyProperty().addListener(change -> show());
        show();
    }

    Node view() {
        return view;
    }

    private void show() {
        if (model.groups().isEmpty()) {
            view.setCenter(model.busyProperty().get() ? Parts.waiting(texts.get("gaps.loading"))
                : Parts.state("fth-check-circle", texts.get("gaps.none"), ""));
            return;
        }
        List<Entry> entries = new ArrayList<>();
        for (GapsViewModel.Group group : model.groups()) {
            entries.add(new Entry(group.text(), null));
            group.lines().forEach(line -> entries.add(new Entry("", line)));
            if (group.unlisted() > 0) {
                entries.add(new Entry(texts.get("gaps.unlisted", group.unlisted()), null));
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
            setGraphic(empty || heading ? null : line(entry.line()));
        }

        private static Node line(GapsViewModel.Line line) {
            HBox box = new HBox(10, Parts.fixed(line.formLabel(), "quiet", "gap-form"), Parts.fixed(line.name()),
                Parts.fixed(line.detail(), "quiet"), Parts.space(), new FontIcon("fth-chevron-right"));
            box.setMinWidth(0);
            return box;
        }
    }
}
