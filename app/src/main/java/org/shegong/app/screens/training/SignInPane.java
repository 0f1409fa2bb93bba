package org.shegong.app.screens.training;

import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.i18n.Texts;

/** Workers with a box each: space ticks, arrows move, Ctrl+A ticks all, Ctrl+S signs them in. */
final class SignInPane {
    private static final KeyCombination ALL = new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    private static final double GAP = 12;
    private static final double SIDE = 16;
    private final BorderPane view = new BorderPane();
    private final FlowPane people = new FlowPane(8, 8);
    private final SignInModel model;
    private final Texts texts;

    SignInPane(Texts texts, SignInModel model) {
        this.texts = texts;
        this.model = model;
        TextField session = field("sign-in-session", 8);
        session.textProperty().bindBidirectional(model.sessionProperty());
        TextField duration = field("sign-in-duration", 6);
        duration.textProperty().bindBidirectional(model.durationProperty());
        Button all = new Button(texts.get("training.all"), new FontIcon("fth-check-square"));
        all.setOnAction(event -> model.chooseAll());
        Button save = new Button(texts.get("training.sign_in"), new FontIcon("fth-check"));
        save.setId("sign-in-save");
        save.getStyleClass().add("accent");
        save.setOnAction(event -> model.signIn());
        FlowPane head = new FlowPane(10, 8, pair("training.session", session), pair("training.duration", duration), all,
            save);
        Label message = new Label();
        message.setId("sign-in-message");
        message.setWrapText(true);
        message.textProperty().bind(model.messageProperty());
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        Label help = new Label(texts.get("training.help"));
        help.getStyleClass().add("quiet");
        help.setWrapText(true);
        ScrollPane scroll = new ScrollPane(people);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        view.setPadding(new Insets(GAP, SIDE, GAP, SIDE));
        view.setTop(new VBox(8, head, help, message));
        view.setCenter(scroll);
        view.getStyleClass().addAll("record-page", "sign-in");
        BorderPane.setMargin(scroll, new Insets(GAP, 0, 0, 0));
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.lines().addListener((ListChangeListener<SignInModel.Line>) change -> draw());
        draw();
    }

    private static TextField field(String id, int columns) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(columns);
        return field;
    }

    private Node pair(String key, Node field) {
        Label label = new Label(texts.get(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox pair = new HBox(6, label, field);
        pair.setAlignment(Pos.CENTER_LEFT);
        return pair;
    }

    private void key(KeyEvent event) {
        if (ALL.match(event) && !(event.getTarget() instanceof TextField)) {
            model.chooseAll();
            event.consume();
        } else if (SAVE.match(event)) {
            model.signIn();
            event.consume();
        }
    }

    private void draw() {
        people.getChildren().clear();
        if (model.lines().isEmpty()) {
            Label none = new Label(texts.get("training.no_workers"));
            none.getStyleClass().add("quiet");
            people.getChildren().add(none);
        }
        for (SignInModel.Line line : model.lines()) {
            CheckBox box = new CheckBox(line.there() ? texts.get("training.there", line.name()) : line.name());
            box.selectedProperty().bindBidirectional(line.chosen());
            box.setDisable(line.there());
            box.getStyleClass().add("sign-in-box");
            people.getChildren().add(box);
        }
    }

    Node view() {
        return view;
    }
}
