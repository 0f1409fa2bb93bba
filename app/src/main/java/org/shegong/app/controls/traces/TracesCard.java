package org.shegong.app.controls.traces;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.shegong.app.Overlays;
import org.shegong.app.i18n.Texts;
import org.shegong.reports.privacy.FoundTraces;

/**
 * Every different find with its surroundings and what it would become; ticked ones are replaced. All is decided with
 * one button (rules document §7, M4).
 */
public final class TracesCard {
    private static final double HIGHEST = 380;
    private final VBox view = new VBox(12);
    private final Texts texts;
    private final List<CheckBox> boxes = new ArrayList<>();
    private final Button apply;

    /**
     * @param kept texts that were kept before
     * @param decided hears which texts stay as they are
     */
    public TracesCard(Texts texts, Overlays overlays, List<FoundTraces.Line> found, Set<String> kept,
                      Consumer<Set<String>> decided) {
        this.texts = texts;
        Label title = new Label(texts.get("traces.title"));
        title.getStyleClass().add("card-title");
        Label text = new Label(texts.get("traces.text"));
        text.setWrapText(true);
        VBox lines = new VBox(10);
        found.forEach(line -> lines.getChildren().add(line(line, kept)));
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(HIGHEST);
        Button cancel = new Button(texts.get("button.cancel"));
        cancel.setOnAction(event -> overlays.close(view));
        apply = new Button(texts.get("traces.apply"));
        apply.setDefaultButton(true);
        apply.setOnAction(event -> {
            overlays.close(view);
            decided.accept(kept());
        });
        HBox buttons = new HBox(8, cancel, apply);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        view.getChildren().addAll(title, text, scroll, buttons);
        view.getStyleClass().addAll("card", "traces");
    }

    private Node line(FoundTraces.Line line, Set<String> kept) {
        CheckBox box = new CheckBox(texts.get("traces.kind." + line.trace().kind()) + "\u3000"
            + texts.get("traces.replace", line.trace().text(), line.trace().replacement())
            + (line.times() > 1 ? texts.get("traces.times", line.times()) : ""));
        box.setUserData(line.trace().text());
        box.setSelected(!kept.contains(line.trace().text()));
        boxes.add(box);
        Text hit = new Text(line.trace().text());
        hit.getStyleClass().add("trace-hit");
        Text before = new Text("\u2026" + line.before());
        Text after = new Text(line.after() + "\u2026");
        before.getStyleClass().add("trace-around");
        after.getStyleClass().add("trace-around");
        return new VBox(2, box, new TextFlow(before, hit, after));
    }

    private Set<String> kept() {
        Set<String> kept = new HashSet<>();
        boxes.stream().filter(box -> !box.isSelected()).forEach(box -> kept.add(box.getUserData().toString()));
        return kept;
    }

    public Node view() {
        return view;
    }

    /** The button that decides. */
    public Node firstFocus() {
        return apply;
    }
}
