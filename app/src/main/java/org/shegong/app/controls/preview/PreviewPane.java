package org.shegong.app.controls.preview;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.Overlays;
import org.shegong.app.i18n.Texts;
import org.shegong.app.tasks.Tasks;

/** The preview as it lies over the window: a bar, the page, and what can be done with it at the right. */
final class PreviewPane {
    private static final double MARGIN = 40;
    private final BorderPane view = new BorderPane();
    private final PreviewModel model;
    private final OutputModel output;
    private final Around around;
    private final PageArea area;
    private final OutputPanel panel;

    /** What the pane needs from around it. */
    record Around(Tasks tasks, Texts texts, Overlays overlays) {
    }

    PreviewPane(String title, PreviewModel model, OutputModel output, List<Node> choices, Around around) {
        this.model = model;
        this.output = output;
        this.around = around;
        this.area = new PageArea(model, around.texts(), around.tasks());
        this.panel = new OutputPanel(output, model, choices, around.texts(), around.overlays());
        view.setTop(new VBox(bar(title), warning()));
        view.setCenter(area.view());
        view.setRight(panel.view());
        view.getStyleClass().add("preview");
        view.getStylesheets().add(PreviewPane.class.getResource("/org/shegong/app/preview.css").toExternalForm());
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        view.sceneProperty().addListener((property, before, scene) -> placed(scene));
    }

    /** As large as the window allows; without a window nobody looks any more. */
    private void placed(Scene scene) {
        view.prefWidthProperty().unbind();
        view.prefHeightProperty().unbind();
        if (scene == null) {
            model.close();
        } else {
            view.prefWidthProperty().bind(scene.widthProperty().subtract(MARGIN));
            view.prefHeightProperty().bind(scene.heightProperty().subtract(MARGIN));
        }
    }

    Region view() {
        return view;
    }

    Node firstFocus() {
        return area.focusable();
    }

    private String text(String key, Object... args) {
        return around.texts().get(key, args);
    }

    private Node bar(String title) {
        Label name = new Label(title);
        name.getStyleClass().add("card-title");
        Label place = new Label();
        place.textProperty().bind(Bindings.createStringBinding(() -> model.pagesProperty().get() == 0 ? ""
            : text("pages.page", model.pageProperty().get() + 1, model.pagesProperty().get()),
            model.pageProperty(), model.pagesProperty()));
        place.setMinWidth(Region.USE_PREF_SIZE);
        place.setId("preview-place");
        Button before = icon("fth-chevron-left", "pages.before", () -> model.turn(-1));
        before.disableProperty().bind(model.pageProperty().lessThan(1));
        Button next = icon("fth-chevron-right", "pages.next", () -> model.turn(1));
        next.disableProperty().bind(model.pageProperty().greaterThanOrEqualTo(model.pagesProperty().subtract(1)));
        Region left = new Region();
        HBox.setHgrow(left, Priority.ALWAYS);
        Button close = icon("fth-x", "pages.close", around.overlays()::close);
        HBox bar = new HBox(6, name, left, before, place, next, gap(), icon("fth-zoom-out", "pages.smaller",
            () -> area.zoom(false)), percent(), icon("fth-zoom-in", "pages.larger", () -> area.zoom(true)),
            icon("fth-maximize-2", "pages.fit_width", () -> area.zoomProperty().set(PageArea.FIT_WIDTH)),
            icon("fth-file", "pages.fit_page", () -> area.zoomProperty().set(PageArea.FIT_PAGE)), gap(), close);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("preview-bar");
        return bar;
    }

    private static Region gap() {
        Region gap = new Region();
        gap.getStyleClass().add("preview-gap");
        return gap;
    }

    private Label percent() {
        Label percent = new Label();
        percent.textProperty().bind(Bindings.createStringBinding(() -> area.percent() == 0 ? "" : area.percent() + "%",
            area.shownWidthProperty(), model.pictureProperty()));
        percent.getStyleClass().add("preview-percent");
        return percent;
    }

    private Button icon(String icon, String key, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setTooltip(new Tooltip(text(key)));
        button.setAccessibleText(text(key));
        button.setFocusTraversable(false);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Names the characters that will not print as they should. */
    private Node warning() {
        Label words = new Label();
        words.setWrapText(true);
        words.textProperty().bind(Bindings.createStringBinding(() -> text("pages.missing",
            model.missingProperty().get()), model.missingProperty()));
        HBox bar = new HBox(8, new FontIcon("fth-alert-triangle"), words);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("preview-missing");
        bar.visibleProperty().bind(model.missingProperty().isNotEmpty());
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private void pressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        boolean done = event.isShortcutDown() ? shortcut(event.getCode()) : !typing && plain(event.getCode());
        if (done) {
            event.consume();
        }
    }

    private boolean shortcut(KeyCode code) {
        switch (code) {
            case P -> output.print();
            case S -> output.savePdf();
            case E -> output.saveExcel();
            case PLUS, EQUALS, ADD -> area.zoom(true);
            case MINUS, SUBTRACT -> area.zoom(false);
            case DIGIT0, NUMPAD0 -> area.zoomProperty().set(PageArea.FIT_WIDTH);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyCode code) {
        switch (code) {
            case PAGE_DOWN -> area.down();
            case PAGE_UP -> area.up();
            case HOME -> model.turnTo(0);
            case END -> model.turnTo(model.pagesProperty().get() - 1);
            default -> {
                return false;
            }
        }
        return true;
    }
}
