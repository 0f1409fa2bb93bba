package org.shegong.app.screens.report;

import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;
import org.shegong.app.i18n.Texts;
import org.shegong.reports.document.Document;
import org.shegong.reports.render.PagePictures;
import org.shegong.reports.render.PdfPrinting;

/** The pages as they print, above the screen, with printer and copies. */
final class PreviewCard {
    private static final int MOST_COPIES = 99;
    private final VBox view = new VBox(8);
    private final ImageView image = new ImageView();
    private final ChoiceBox<PdfPrinting.Printer> printers = new ChoiceBox<>();
    private final Spinner<Integer> copies = new Spinner<>(1, MOST_COPIES, 1);
    private final Button print;
    private final AppContext context;
    private final Texts texts;
    private final PreviewViewModel model;

    PreviewCard(AppContext context, Supplier<Document> document) {
        this.context = context;
        this.texts = context.texts();
        this.model = new PreviewViewModel(context);
        this.print = Parts.button(texts.get("tip.with_key", texts.get("preview.print"), DeskAction.PRINT.keyText()),
            "fth-printer", this::print);
        print.getStyleClass().add("accent");
        print.disableProperty().bind(printers.valueProperty().isNull());
        printers.setConverter(new PrinterNames());
        copies.getStyleClass().add("copies");
        model.printers().addListener((ListChangeListener<PdfPrinting.Printer>) change -> {
            printers.getItems().setAll(model.printers());
            printers.getSelectionModel().selectFirst();
        });
        model.pictureProperty().addListener((property, before, picture) -> draw(picture));
        view.getChildren().addAll(pagesBar(), missing(), pages(), printBar());
        view.getStyleClass().addAll("card", "preview-card");
        Parts.styled(view);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        view.sceneProperty().addListener((property, before, scene) -> {
            if (scene == null) {
                model.close();
            }
        });
        model.open(document);
    }

    void show() {
        context.overlays().dialog(view, print);
    }

    private Node pagesBar() {
        Label page = Parts.fixed("");
        page.textProperty().bind(Bindings.createStringBinding(() -> texts.get("preview.page",
            model.pagesProperty().get() == 0 ? 0 : model.pageProperty().get() + 1, model.pagesProperty().get()),
            model.pageProperty(), model.pagesProperty()));
        Label zoom = Parts.fixed("");
        zoom.textProperty().bind(Bindings.createStringBinding(
            () -> texts.get("preview.zoom", model.zoomProperty().get()), model.zoomProperty()));
        HBox bar = new HBox(4, Parts.fixed(texts.get("preview.title"), "card-title"), Parts.space(),
            Parts.iconButton(texts.get("preview.first"), "fth-chevron-left", () -> model.turn(-1)), page,
            Parts.iconButton(texts.get("preview.next"), "fth-chevron-right", () -> model.turn(1)), Parts.space(),
            Parts.iconButton(texts.get("preview.smaller"), "fth-zoom-out", () -> model.zoom(-1)), zoom,
            Parts.iconButton(texts.get("preview.larger"), "fth-zoom-in", () -> model.zoom(1)),
            Parts.iconButton(texts.get("preview.close"), "fth-x", () -> context.overlays().close(view)));
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Node missing() {
        Label label = Parts.label("", "trace");
        label.managedProperty().bind(label.visibleProperty());
        label.setVisible(false);
        model.missing().addListener((ListChangeListener<String>) change -> {
            label.setVisible(!model.missing().isEmpty());
            label.setText(texts.get("preview.missing", String.join(texts.get("export.join"), model.missing())));
        });
        return label;
    }

    private Node pages() {
        StackPane paper = new StackPane(image);
        paper.getStyleClass().add("paper");
        ScrollPane scroll = new ScrollPane(paper);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("pages");
        ProgressIndicator spinner = new ProgressIndicator();
        spinner.setMaxSize(ProgressIndicator.USE_PREF_SIZE, ProgressIndicator.USE_PREF_SIZE);
        spinner.visibleProperty().bind(model.busyProperty());
        Label failed = Parts.label("", "trace");
        failed.visibleProperty().bind(model.failureProperty().isNotNull());
        model.failureProperty().addListener((property, before, failure) -> {
            String words = failure == null ? "" : ReportTrouble.words(failure);
            failed.setText(words.isEmpty() ? texts.get("preview.failed") : words);
        });
        StackPane stack = new StackPane(scroll, spinner, failed);
        VBox.setVgrow(stack, Priority.ALWAYS);
        return stack;
    }

    private Node printBar() {
        Label nobody = Parts.fixed(texts.get("preview.no_printer"), "quiet");
        nobody.visibleProperty().bind(Bindings.isEmpty(model.printers()).and(model.pagesProperty().greaterThan(0)));
        nobody.managedProperty().bind(nobody.visibleProperty());
        printers.visibleProperty().bind(nobody.visibleProperty().not());
        printers.managedProperty().bind(printers.visibleProperty());
        HBox bar = new HBox(8, Parts.fixed(texts.get("preview.printer")), printers, nobody,
            Parts.fixed(texts.get("preview.copies")), copies, Parts.space(),
            Parts.button(texts.get("preview.close"), "fth-x", () -> context.overlays().close(view)), print);
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void draw(PagePictures.Picture picture) {
        if (picture != null) {
            WritableImage page = new WritableImage(picture.width(), picture.height());
            page.getPixelWriter().setPixels(0, 0, picture.width(), picture.height(), PixelFormat.getIntArgbInstance(),
                picture.argb(), 0, picture.width());
            image.setImage(page);
        }
    }

    private void pressed(KeyEvent event) {
        if (DeskAction.PRINT.combination().match(event)) {
            print();
            event.consume();
        } else if (!copies.isFocused()) {
            boolean taken = true;
            switch (event.getCode()) {
                case PAGE_DOWN -> model.turn(1);
                case PAGE_UP -> model.turn(-1);
                case PLUS, ADD, EQUALS -> model.zoom(1);
                case MINUS, SUBTRACT -> model.zoom(-1);
                default -> taken = false;
            }
            if (taken) {
                event.consume();
            }
        }
    }

    private void print() {
        if (printers.getValue() != null) {
            model.print(printers.getValue(), copies.getValue());
        }
    }

    /** Printers by their names. */
    private static final class PrinterNames extends StringConverter<PdfPrinting.Printer> {
        @Override
        public String toString(PdfPrinting.Printer printer) {
            return printer == null ? "" : printer.name();
        }

        @Override
        public PdfPrinting.Printer fromString(String name) {
            return new PdfPrinting.Printer(name, false);
        }
    }
}
