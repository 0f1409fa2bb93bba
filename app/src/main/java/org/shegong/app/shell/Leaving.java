package org.shegong.app.shell;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.shegong.app.i18n.Texts;
import org.shegong.app.tasks.Tasks;

/**
 * The way from a desk to a closed station: nothing is closed before what was typed is on the disk. When it cannot be
 * kept, the person decides; the desk stays as it is meanwhile, out of sight. Window thread only.
 */
final class Leaving {
    private final Texts texts;
    private final Tasks tasks;
    private final Consumer<Node> page;

    /** @param page shows something in the place of the desk */
    Leaving(Texts texts, Tasks tasks, Consumer<Node> page) {
        this.texts = texts;
        this.tasks = tasks;
        this.page = page;
    }

    /**
     * Leaves a desk.
     *
     * @param then run when all is kept, or given up by the person
     * @param back shows the desk again; empty when it must stay out of sight
     */
    void from(Desk desk, Runnable then, Optional<Runnable> back) {
        page.accept(waiting("leaving.keeping"));
        tasks.keepAll(desk::leave, failure -> {
            if (failure.isPresent()) {
                Trouble trouble = Trouble.of(failure.get(), texts);
                page.accept(card(trouble, () -> from(desk, then, back), then, back));
            } else {
                then.run();
            }
        });
    }

    /** What stands in the place of the desk while something is brought to its end. */
    Node waiting(String key) {
        VBox box = new VBox(16, new ProgressIndicator(), new Label(texts.get(key)));
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Node card(Trouble trouble, Runnable again, Runnable giveUp, Optional<Runnable> back) {
        Label title = new Label(texts.get("leaving.title"));
        title.getStyleClass().addAll("card-title", "trouble");
        Label text = new Label(texts.get("leaving.text", trouble.what(), trouble.advice()));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Label code = new Label(texts.get("trouble.code", trouble.code()));
        code.getStyleClass().add("quiet");
        HBox buttons = new HBox(8, button("leaving.give_up", giveUp));
        back.ifPresent(way -> buttons.getChildren().add(button("leaving.back", way)));
        Button first = button("leaving.again", again);
        first.getStyleClass().add("accent");
        first.setDefaultButton(true);
        buttons.getChildren().add(first);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(16, title, text, code, buttons);
        card.getStyleClass().addAll("card", "closing-card", "leaving-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane view = new StackPane(card);
        view.getStyleClass().add("start-page");
        tasks.inWindow(first::requestFocus);
        return view;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
