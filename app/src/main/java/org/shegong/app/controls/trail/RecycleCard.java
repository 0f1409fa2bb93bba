package org.shegong.app.controls.trail;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shegong.app.AppContext;
import org.shegong.db.codes.Code;
import org.shegong.db.store.Recycling;

/** Asks why a record goes into the recycle bin, and says what stands in the way or goes along. */
public final class RecycleCard {
    private static final String REASONS = "DELETE_REASON";
    private static final double WIDTH = 460;
    private final AppContext context;
    private final String form;
    private final String id;
    private final Runnable done;
    private final ToggleGroup reasons = new ToggleGroup();
    private final Label trouble = new Label();
    private final CheckBox along = new CheckBox();
    private final Button recycle = new Button();
    private final VBox view = new VBox(12);

    /** @param done run when the record lies in the bin */
    public RecycleCard(AppContext context, String form, String id, Runnable done) {
        this.context = context;
        this.form = form;
        this.id = id;
        this.done = done;
        Label title = new Label(context.texts().get("bin.ask", context.station().forms().form(form).label()));
        title.getStyleClass().add("card-title");
        Label text = wrapped(new Label(context.texts().get("bin.ask.text")));
        VBox choices = new VBox(6);
        List<Code> codes = context.station().codes().list(REASONS).codes();
        codes.forEach(code -> choices.getChildren().add(choice(code)));
        wrapped(trouble).setVisible(false);
        trouble.managedProperty().bind(trouble.visibleProperty());
        trouble.getStyleClass().add("warning-text");
        along.setVisible(false);
        along.setWrapText(true);
        along.managedProperty().bind(along.visibleProperty());
        view.getChildren().addAll(title, text, choices, trouble, along, buttons());
        view.getStyleClass().add("card");
        view.setPrefWidth(WIDTH);
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Node choice(Code code) {
        RadioButton button = new RadioButton(code.label());
        button.setUserData(code.code());
        button.setToggleGroup(reasons);
        button.setSelected(reasons.getToggles().size() == 1);
        return button;
    }

    private Node buttons() {
        Button cancel = new Button(context.texts().get("button.cancel"));
        cancel.setOnAction(event -> context.overlays().close(view));
        recycle.setText(context.texts().get("bin.do"));
        recycle.setId("recycle-now");
        recycle.getStyleClass().add("danger");
        recycle.setOnAction(event -> recycle());
        HBox buttons = new HBox(8, cancel, recycle);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    /** Lays the question over the window. */
    public void show() {
        context.overlays().dialog(view, (Node) reasons.getToggles().get(0));
    }

    /** What came of it, with what stands in the way in words. */
    private record Ended(Recycling.Outcome outcome, String uses, String parts) {
    }

    private void recycle() {
        String reason = reasons.getSelectedToggle().getUserData().toString();
        boolean withParts = along.isSelected();
        recycle.setDisable(true);
        context.tasks().work(progress -> {
            Recycling.Outcome outcome = context.station().recycling().recycle(form, id, reason, withParts);
            StepWords words = new StepWords(context);
            return outcome instanceof Recycling.Outcome.Linked linked
                ? new Ended(outcome, words.links(linked.uses()), words.links(linked.parts()))
                : new Ended(outcome, "", "");
        }).onSuccess(this::ended).onEnd(() -> recycle.setDisable(false)).start();
    }

    private void ended(Ended ended) {
        if (ended.outcome() instanceof Recycling.Outcome.Done did) {
            context.overlays().close(view);
            done.run();
            context.changes().saved();
            context.overlays().toast(context.texts().get("bin.done"), context.texts().get("trail.button.undo"),
                () -> new StepUndoing(context).undo(did.step().id(), () -> { }));
        } else if (ended.outcome() instanceof Recycling.Outcome.Linked) {
            boolean stuck = !ended.uses().isEmpty();
            trouble.setText(!stuck ? "" : context.texts().get(form.equals("client") ? "bin.linked.client"
                : "bin.linked", ended.uses()));
            trouble.setVisible(stuck);
            along.setText(context.texts().get("bin.along", ended.parts()));
            along.setVisible(!stuck);
            along.requestFocus();
        } else {
            context.overlays().close(view);
            context.overlays().toast(context.texts().get("bin.gone"));
        }
    }
}
