package org.shegong.app.screens.home;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shegong.app.AppContext;
import org.shegong.app.controls.form.model.EarlierTyping;

/** What was being typed when the program last ended: each line goes on with it or gives it up. */
final class UnfinishedLines {
    private final AppContext context;
    private final Consumer<EarlierTyping> giveUp;

    /** @param giveUp forgets one for good */
    UnfinishedLines(AppContext context, Consumer<EarlierTyping> giveUp) {
        this.context = context;
        this.giveUp = giveUp;
    }

    Node view(List<EarlierTyping> unfinished) {
        VBox lines = new VBox(6);
        lines.getStyleClass().addAll("home-column", "unfinished");
        unfinished.forEach(one -> lines.getChildren().add(line(one)));
        return lines;
    }

    private Node line(EarlierTyping one) {
        Label words = new Label(context.texts().get("home.unfinished", one.label(), one.when(), one.words()));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button goOn = new Button(context.texts().get("home.unfinished.go_on"));
        goOn.setId("unfinished-" + one.recordId());
        goOn.getStyleClass().addAll("small", "accent");
        goOn.setMinWidth(Region.USE_PREF_SIZE);
        goOn.setOnAction(event -> context.navigator().resume(one.form(), one.recordId()));
        Button drop = new Button(context.texts().get("home.unfinished.give_up"));
        drop.getStyleClass().addAll("small", "flat");
        drop.setMinWidth(Region.USE_PREF_SIZE);
        drop.setOnAction(event -> context.overlays().confirm(context.texts().get("home.unfinished.confirm"),
            context.texts().get("home.unfinished.confirm.text", one.label(), one.words()),
            context.texts().get("home.unfinished.give_up"), () -> giveUp.accept(one)));
        HBox line = new HBox(8, words, goOn, drop);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
