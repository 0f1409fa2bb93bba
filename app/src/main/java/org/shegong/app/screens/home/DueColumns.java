package org.shegong.app.screens.home;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shegong.app.AppContext;
import org.shegong.app.screens.home.HomeViewModel.Line;

/** Short lists of records that wait, each line a way to its record. */
final class DueColumns {
    private static final int LINES = 7;
    private final AppContext context;

    DueColumns(AppContext context) {
        this.context = context;
    }

    /**
     * One list under its heading; an empty one says that all is well.
     *
     * @param heading key of the heading
     * @param kind style class
     */
    Region column(String heading, String kind, List<Line> lines) {
        Label title = new Label(context.texts().get(heading));
        title.getStyleClass().add("column-title");
        Label count = new Label(String.valueOf(lines.size()));
        count.getStyleClass().add("badge");
        HBox head = new HBox(8, title, count);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox column = new VBox(head);
        if (lines.isEmpty()) {
            Label none = new Label(context.texts().get(heading + ".none"));
            none.getStyleClass().add("quiet");
            column.getChildren().add(none);
        }
        fill(column, lines, Math.min(LINES, lines.size()));
        column.getStyleClass().addAll("home-column", kind);
        return column;
    }

    private void fill(VBox column, List<Line> lines, int shown) {
        lines.subList(0, shown).forEach(line -> column.getChildren().add(line(line)));
        if (shown < lines.size()) {
            Button more = new Button(context.texts().get("home.more", lines.size() - shown));
            more.getStyleClass().addAll("flat", "small");
            more.setOnAction(event -> {
                column.getChildren().remove(more);
                lines.subList(shown, lines.size()).forEach(line -> column.getChildren().add(line(line)));
            });
            column.getChildren().add(more);
        }
    }

    private Node line(Line line) {
        Label name = new Label(line.name());
        name.setMinWidth(0);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Label what = new Label(line.what());
        what.getStyleClass().add("quiet");
        what.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label due = new Label(line.due());
        due.getStyleClass().add("due");
        due.setMinWidth(Region.USE_PREF_SIZE);
        HBox content = new HBox(8, name, what, space, due);
        content.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setGraphic(content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(String.join(" ", line.name(), line.what(), line.due()));
        button.getStyleClass().add("home-line");
        button.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(button.widthProperty().subtract(16));
        button.setOnAction(event -> context.navigator().openRecord(line.form(), line.id()));
        return button;
    }
}
