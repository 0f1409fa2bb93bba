package org.shegong.app.screens.home;

import java.math.BigDecimal;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shegong.app.AppContext;
import org.shegong.app.screens.home.HomeViewModel.Content;
import org.shegong.app.screens.home.HomeViewModel.Figure;

/** This month against the last: figure, last month's figure, and the change in words. */
final class MonthFigures {
    private static final String NOTHING = "\u2014";
    private final VBox view;
    private final AppContext context;
    private final Consumer<Figure> open;

    /** @param open shows the records behind a figure */
    MonthFigures(AppContext context, Content content, Consumer<Figure> open) {
        this.context = context;
        this.open = open;
        Label title = new Label(context.texts().get("home.month", content.month().getMonthValue()));
        title.getStyleClass().add("column-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("figure-grid");
        int half = (content.figures().size() + 1) / 2;
        for (int i = 0; i < content.figures().size(); i++) {
            add(grid, content.figures().get(i), i / half * 4, i % half);
        }
        for (int i = 0; i < 8; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(i % 4 == 0 ? javafx.scene.layout.Priority.ALWAYS : javafx.scene.layout.Priority.NEVER);
            grid.getColumnConstraints().add(column);
        }
        view = new VBox(title, grid);
        view.getStyleClass().addAll("home-column", "figures");
    }

    private void add(GridPane grid, Figure figure, int column, int row) {
        Hyperlink now = new Hyperlink(text(figure.now()));
        now.getStyleClass().add("figure");
        now.setOnAction(event -> open.accept(figure));
        Label unit = new Label(figure.unit());
        unit.getStyleClass().add("quiet");
        Label before = new Label(context.texts().get("home.before", text(figure.before())));
        before.getStyleClass().add("quiet");
        Label name = new Label(figure.label());
        name.setMinWidth(0);
        if (column > 0) {
            name.getStyleClass().add("second-half");
        }
        grid.add(name, column, row);
        grid.add(now, column + 1, row);
        grid.add(unit, column + 2, row);
        grid.add(before, column + 3, row);
        GridPane.setHalignment(now, javafx.geometry.HPos.RIGHT);
    }

    private static String text(BigDecimal figure) {
        return figure == null ? NOTHING : figure.toPlainString();
    }

    Region view() {
        return view;
    }
}
