package org.shegong.app.shell;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.shegong.app.Overlays;
import org.shegong.app.i18n.Texts;
import org.shegong.app.tasks.Tasks;

/** The layers above the page: dialogs on a veil, drop-downs beneath a control, toasts in the corner. */
final class OverlayPane implements Overlays {
    private static final Duration TOAST_STAYS = Duration.ofSeconds(8);
    private static final double GAP = 4;
    private final StackPane view = new StackPane();
    private final VBox toasts = new VBox(8);
    private final Node page;
    private final Texts texts;
    private final Tasks tasks;
    private final Deque<Layer> layers = new ArrayDeque<>();

    /** One open dialog or drop-down and where the focus was before. */
    private record Layer(Node content, Region pane, Node focusBefore, boolean covers, boolean takesFocus) {
    }

    OverlayPane(Node page, Texts texts, Tasks tasks) {
        this.page = page;
        this.texts = texts;
        this.tasks = tasks;
        toasts.setAlignment(Pos.BOTTOM_RIGHT);
        toasts.getStyleClass().add("toasts");
        toasts.setPickOnBounds(false);
        toasts.setMouseTransparent(false);
        view.setPickOnBounds(false);
        view.getChildren().add(toasts);
    }

    Node view() {
        return view;
    }

    @Override
    public void dialog(Node content, Node firstFocus) {
        StackPane box = new StackPane(content);
        box.getStyleClass().add("dialog-box");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane veil = new StackPane(box);
        veil.getStyleClass().add("veil");
        push(new Layer(content, veil, focusOwner(), true, true), firstFocus == null ? box : firstFocus);
        page.setDisable(true);
        page.getStyleClass().add("covered");
    }

    @Override
    public void beneath(Node anchor, Node content, Node firstFocus) {
        Pane layer = new Pane(content);
        layer.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == layer) {
                close();
                event.consume();
            }
        });
        content.getStyleClass().add("drop-down");
        Layer opened = new Layer(content, layer, focusOwner(), false, firstFocus != null);
        layer.setPickOnBounds(firstFocus != null);
        push(opened, firstFocus);
        layer.applyCss();
        layer.layout();
        place(anchor, content);
    }

    private void place(Node anchor, Node content) {
        Bounds at = view.sceneToLocal(anchor.localToScene(anchor.getBoundsInLocal()));
        double width = content.prefWidth(-1);
        double room = view.getHeight() - at.getMaxY() - 2 * GAP;
        if (content instanceof Region region) {
            region.setMaxHeight(Math.max(120, room));
        }
        double x = Math.max(GAP, Math.min(at.getMinX(), view.getWidth() - width - GAP));
        content.relocate(x, at.getMaxY() + GAP);
    }

    private void push(Layer layer, Node firstFocus) {
        layers.push(layer);
        view.getChildren().add(view.getChildren().size() - 1, layer.pane());
        if (firstFocus != null) {
            firstFocus.requestFocus();
            tasks.inWindow(firstFocus::requestFocus);
        }
    }

    private Node focusOwner() {
        return page.getScene() == null ? null : page.getScene().getFocusOwner();
    }

    @Override
    public void close() {
        if (!layers.isEmpty()) {
            remove(layers.peek());
        }
    }

    @Override
    public void close(Node content) {
        layers.stream().filter(layer -> layer.content() == content).findFirst().ifPresent(this::remove);
    }

    private void remove(Layer layer) {
        layers.remove(layer);
        view.getChildren().remove(layer.pane());
        if (layers.stream().noneMatch(Layer::covers)) {
            page.setDisable(false);
            page.getStyleClass().remove("covered");
        }
        if (layer.takesFocus() && layer.focusBefore() != null) {
            layer.focusBefore().requestFocus();
        }
    }

    /** Closes everything, as before the page changes as a whole. */
    void closeAll() {
        while (!layers.isEmpty()) {
            close();
        }
    }

    /** True while only a drop-down is open that leaves the focus where it was, so keys still mean the page. */
    boolean letsKeysThrough() {
        return layers.stream().noneMatch(layer -> layer.covers() || layer.takesFocus());
    }

    @Override
    public boolean isOpen() {
        return !layers.isEmpty();
    }

    @Override
    public void toast(String text) {
        show(new Toast(text));
    }

    @Override
    public void toast(String text, String actionText, Runnable action) {
        show(new Toast(text, actionText, action, this::remove));
    }

    private void show(Toast toast) {
        toasts.getChildren().add(toast.view());
        tasks.later(TOAST_STAYS, () -> remove(toast));
    }

    private void remove(Toast toast) {
        toasts.getChildren().remove(toast.view());
    }

    @Override
    public void confirm(String title, String text, String actionText, Runnable action) {
        ConfirmCard card = new ConfirmCard(title, text, actionText, texts.get("button.cancel"), this::close, () -> {
            close();
            action.run();
        });
        dialog(card.view(), card.firstFocus());
    }

    @Override
    public void error(Throwable failure) {
        if (layers.stream().anyMatch(layer -> layer.content().getStyleClass().contains("error-card"))) {
            return;
        }
        ErrorCard card = new ErrorCard(Trouble.of(failure, texts), texts, this::close);
        dialog(card.view(), card.firstFocus());
    }

    @Override
    public Window window() {
        return page.getScene().getWindow();
    }
}
