package org.shegong.app.controls.preview;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.Overlays;
import org.shegong.app.controls.export.FolderLine;
import org.shegong.app.i18n.Texts;
import org.shegong.reports.render.PdfPrinting.Printer;

/** Beside the page: what can be chosen about the document, then printer, copies, pages, and the files. */
final class OutputPanel {
    private final VBox parts = new VBox(8);
    private final ScrollPane view = new ScrollPane(parts);
    private final OutputModel model;
    private final PreviewModel preview;
    private final Texts texts;
    private final Button print;

    OutputPanel(OutputModel model, PreviewModel preview, List<Node> choices, Texts texts, Overlays overlays) {
        this.model = model;
        this.preview = preview;
        this.texts = texts;
        print = button("pages.print", "fth-printer", "Ctrl+P", model::print);
        print.getStyleClass().add("accent");
        print.disableProperty().bind(notReady().or(model.printerProperty().isNull()));
        parts.getChildren().addAll(choices);
        if (!choices.isEmpty()) {
            parts.getChildren().add(line());
        }
        parts.getChildren().addAll(printing(), print, line(), heading("pages.files"),
            new HBox(6, half(button("pages.pdf", "fth-file-text", "Ctrl+S", model::savePdf)),
                half(button("pages.excel", "fth-grid", "Ctrl+E", model::saveExcel))),
            new FolderLine(model.folder(), texts, overlays).view(), problem());
        parts.getStyleClass().add("preview-panel");
        view.setFitToWidth(true);
        view.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        view.getStyleClass().add("preview-side");
    }

    Node view() {
        return view;
    }

    /** What takes the focus first. */
    Node firstFocus() {
        return print;
    }

    private javafx.beans.binding.BooleanBinding notReady() {
        return preview.stateProperty().isNotEqualTo(PreviewModel.State.READY).or(model.busyProperty());
    }

    private static Node line() {
        Region line = new Region();
        line.getStyleClass().add("preview-line");
        return line;
    }

    private static Node half(Button button) {
        button.setPrefWidth(0);
        button.getStyleClass().add("preview-half");
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private Label label(String key) {
        Label label = new Label(texts.get(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Label heading(String key) {
        Label heading = new Label(texts.get(key));
        heading.getStyleClass().add("preview-heading");
        return heading;
    }

    private Node printing() {
        ComboBox<Printer> printers = new ComboBox<>(model.printers());
        printers.setConverter(new Names());
        printers.valueProperty().bindBidirectional(model.printerProperty());
        printers.setMaxWidth(Double.MAX_VALUE);
        Button find = new Button(null, new FontIcon("fth-refresh-cw"));
        find.getStyleClass().addAll("flat", "button-icon");
        find.setTooltip(new Tooltip(texts.get("pages.find_printers")));
        find.setAccessibleText(texts.get("pages.find_printers"));
        find.setOnAction(event -> model.findPrinters());
        Label none = new Label(texts.get("pages.no_printer"));
        none.setWrapText(true);
        none.getStyleClass().add("preview-warning");
        none.visibleProperty().bind(model.printersKnownProperty().and(Bindings.isEmpty(model.printers())));
        none.managedProperty().bind(none.visibleProperty());
        HBox which = new HBox(4, printers, find);
        which.setAlignment(Pos.CENTER_LEFT);
        printers.disableProperty().bind(Bindings.isEmpty(model.printers()));
        HBox.setHgrow(printers, Priority.ALWAYS);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("preview-grid");
        grid.addRow(0, label("pages.copies"), field(model.copiesProperty(), "", 2), label("pages.span"),
            field(model.spanProperty(), texts.get("pages.all"), 6));
        return new VBox(6, heading("pages.printer"), which, none, grid);
    }

    private static TextField field(javafx.beans.property.StringProperty value, String prompt, int columns) {
        TextField field = new TextField();
        field.setPromptText(prompt);
        field.setPrefColumnCount(columns);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private Button button(String key, String icon, String keys, Runnable action) {
        Button button = new Button(texts.get(key, keys), new FontIcon(icon));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setContentDisplay(ContentDisplay.LEFT);
        button.setOnAction(event -> action.run());
        if (!keys.equals("Ctrl+P")) {
            button.disableProperty().bind(notReady());
        }
        return button;
    }

    private Node problem() {
        Label problem = new Label();
        problem.textProperty().bind(model.problemProperty());
        problem.setWrapText(true);
        problem.getStyleClass().add("preview-problem");
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private static final class Names extends StringConverter<Printer> {
        @Override
        public String toString(Printer printer) {
            return printer == null ? "" : printer.name();
        }

        @Override
        public Printer fromString(String name) {
            throw new UnsupportedOperationException("printers are chosen, not typed");
        }
    }
}
