package org.shegong.app.screens.client;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.shegong.app.i18n.Texts;

/** One entry of the time line: day, kind, summary. */
final class TimelineCell extends ListCell<TimelineEntry> {
    private final Label date = new Label();
    private final Label kind = new Label();
    private final Label summary = new Label();
    private final Label draft = new Label();
    private final HBox line = new HBox(10, date, kind, draft, summary);

    TimelineCell(Texts texts) {
        date.getStyleClass().add("timeline-date");
        date.setMinWidth(Region.USE_PREF_SIZE);
        kind.getStyleClass().add("timeline-kind");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        draft.setText(texts.get("mark.draft"));
        draft.getStyleClass().addAll("mark", "mark-draft");
        draft.managedProperty().bind(draft.visibleProperty());
        summary.setMinWidth(0);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(TimelineEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        setGraphic(empty ? null : line);
        if (!empty) {
            date.setText(entry.date());
            kind.setText(entry.kind());
            summary.setText(entry.summary());
            draft.setVisible(entry.draft());
        }
    }
}
