package org.shegong.app.controls.preview;

import java.time.Duration;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.shegong.app.i18n.Texts;
import org.shegong.app.tasks.Tasks;
import org.shegong.reports.render.PagePictures;

/** The page on a grey ground, as large as wished, drawn again when its size has changed. */
final class PageArea {
    /** Zoom that makes the page as wide as there is room. */
    static final double FIT_WIDTH = 0;
    /** Zoom that shows the whole page. */
    static final double FIT_PAGE = -1;
    private static final double[] STEPS = {0.5, 0.75, 1, 1.25, 1.5, 2, 2.5};
    private static final double DOTS_PER_MM = 96 / 25.4;
    private static final double AROUND = 30;
    private static final double EDGE = 1e-6;
    private static final Duration RESIZING_PAUSE = Duration.ofMillis(120);
    private final StackPane view = new StackPane();
    private final ImageView image = new ImageView();
    private final ScrollPane scroll;
    private final VBox state = new VBox(12);
    private final DoubleProperty zoom = new SimpleDoubleProperty(FIT_WIDTH);
    private final PreviewModel model;
    private final Tasks tasks;
    private final Texts texts;
    private Tasks.Delayed redraw;
    private int shownPage = -1;

    PageArea(PreviewModel model, Texts texts, Tasks tasks) {
        this.model = model;
        this.texts = texts;
        this.tasks = tasks;
        StackPane paper = new StackPane(image);
        paper.getStyleClass().add("preview-paper");
        paper.setMaxSize(StackPane.USE_PREF_SIZE, StackPane.USE_PREF_SIZE);
        StackPane ground = new StackPane(paper);
        ground.getStyleClass().add("preview-ground");
        scroll = new ScrollPane(ground);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setPannable(true);
        scroll.getStyleClass().add("preview-scroll");
        scroll.viewportBoundsProperty().addListener(change -> size());
        scroll.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        state.setAlignment(Pos.CENTER);
        state.getStyleClass().add("preview-state");
        view.getChildren().addAll(scroll, state);
        model.pictureProperty().addListener(change -> show());
        model.stateProperty().addListener(change -> tell());
        zoom.addListener(change -> size());
        tell();
    }

    Node view() {
        return view;
    }

    /** What takes the focus. */
    Node focusable() {
        return scroll;
    }

    private void show() {
        PagePictures.Picture picture = model.pictureProperty().get().picture();
        WritableImage fresh = new WritableImage(picture.width(), picture.height());
        fresh.getPixelWriter().setPixels(0, 0, picture.width(), picture.height(), PixelFormat.getIntArgbInstance(),
            picture.argb(), 0, picture.width());
        image.setImage(fresh);
        size();
        if (shownPage != model.pageProperty().get()) {
            shownPage = model.pageProperty().get();
            scroll.setVvalue(0);
        }
    }

    /** Sizes the picture at once and has it drawn sharply a little later. */
    private void size() {
        PreviewModel.PageView page = model.pictureProperty().get();
        if (page == null) {
            return;
        }
        scroll.setHbarPolicy(zoom.get() > 0 ? ScrollPane.ScrollBarPolicy.AS_NEEDED : ScrollPane.ScrollBarPolicy.NEVER);
        double wide = width(page);
        image.setFitWidth(wide);
        image.setFitHeight(wide * page.heightMm() / page.widthMm());
        double scale = view.getScene() == null ? 1 : view.getScene().getWindow().getOutputScaleX();
        int pixels = (int) Math.round(wide * scale);
        if (redraw != null) {
            redraw.cancel();
        }
        redraw = tasks.later(RESIZING_PAUSE, () -> model.drawnWide(pixels));
    }

    private double width(PreviewModel.PageView page) {
        double room = Math.max(200, scroll.getViewportBounds().getWidth() - AROUND);
        if (zoom.get() == FIT_WIDTH) {
            return room;
        }
        if (zoom.get() == FIT_PAGE) {
            double high = Math.max(200, scroll.getViewportBounds().getHeight() - AROUND);
            return Math.min(room, high * page.widthMm() / page.heightMm());
        }
        return page.widthMm() * DOTS_PER_MM * zoom.get();
    }

    /** Zoom factor, 1 as on paper, or one of the fits. */
    DoubleProperty zoomProperty() {
        return zoom;
    }

    /** The factor that is really shown, in percent; 0 before there is a page. */
    int percent() {
        PreviewModel.PageView page = model.pictureProperty().get();
        return page == null ? 0 : (int) Math.round(image.getFitWidth() / (page.widthMm() * DOTS_PER_MM) * 100);
    }

    /** Width of the page on the screen. */
    ReadOnlyDoubleProperty shownWidthProperty() {
        return image.fitWidthProperty();
    }

    /** The next larger or smaller step. */
    void zoom(boolean larger) {
        double now = percent() / 100.0;
        double next = larger ? STEPS[STEPS.length - 1] : STEPS[0];
        for (double step : STEPS) {
            if (larger && step > now + 0.01) {
                zoom.set(step);
                return;
            }
            next = !larger && step < now - 0.01 ? step : next;
        }
        zoom.set(next);
    }

    private void scrolled(ScrollEvent event) {
        if (event.isControlDown() && event.getDeltaY() != 0) {
            zoom(event.getDeltaY() > 0);
            event.consume();
        }
    }

    /** A screen further down; the next page when its end is reached. */
    void down() {
        if (scroll.getVvalue() >= 1 - EDGE || !scrollable()) {
            model.turn(1);
        } else {
            scroll.setVvalue(Math.min(1, scroll.getVvalue() + step()));
        }
    }

    /** A screen further up; the page before when the top is reached. */
    void up() {
        if (scroll.getVvalue() <= EDGE || !scrollable()) {
            model.turn(-1);
        } else {
            scroll.setVvalue(Math.max(0, scroll.getVvalue() - step()));
        }
    }

    private boolean scrollable() {
        return scroll.getContent().getBoundsInLocal().getHeight() > scroll.getViewportBounds().getHeight() + 1;
    }

    private double step() {
        double all = scroll.getContent().getBoundsInLocal().getHeight() - scroll.getViewportBounds().getHeight();
        return all <= 0 ? 1 : scroll.getViewportBounds().getHeight() * 0.9 / all;
    }

    /** Says that pages are being made, or why there are none. */
    private void tell() {
        state.setVisible(model.stateProperty().get() != PreviewModel.State.READY);
        state.setMouseTransparent(model.stateProperty().get() == PreviewModel.State.WORKING);
        if (model.stateProperty().get() == PreviewModel.State.WORKING) {
            ProgressIndicator runs = new ProgressIndicator();
            runs.progressProperty().bind(model.makingProperty());
            runs.setMaxSize(60, 60);
            state.getChildren().setAll(runs, new Label(texts.get("pages.working")));
        } else if (model.stateProperty().get() == PreviewModel.State.FAILED) {
            Label words = new Label(OutputModel.inWords(model.failure(), texts));
            words.setWrapText(true);
            Button again = new Button(texts.get("pages.again"));
            again.setOnAction(event -> model.again());
            state.getChildren().setAll(words, new Label(texts.get("pages.safe")), again);
        }
    }
}
