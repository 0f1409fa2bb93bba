package org.shegong.app.screens.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.AppContext;
import org.shegong.app.session.StationSession;
import org.shegong.db.security.Account;
import org.shegong.db.store.SealedRecords.Sealed;

/** Where the leader assigns sealed records, by number; Enter on a line opens the choice of accounts. */
final class SealedCard {
    private static final double LINE_EM = 2.3;
    private static final int MOST_LINES = 8;
    private final AppContext context;
    private final SealedViewModel model;
    private final ListView<Sealed> list = new ListView<>();
    private final Node view;

    SealedCard(AppContext context, StationSession session) {
        this.context = context;
        this.model = new SealedViewModel(context, session);
        list.setItems(model.records());
        list.getStyleClass().add("account-list");
        list.setCellFactory(cells -> new SealedCell());
        Label none = new Label();
        none.textProperty().bind(Bindings.when(model.readProperty()).then(context.texts().get("sealed.none"))
            .otherwise(""));
        list.setPlaceholder(none);
        list.styleProperty().bind(Bindings.createStringBinding(() -> "-fx-pref-height: "
            + (Math.min(MOST_LINES, Math.max(2, model.records().size())) * LINE_EM + 0.4) + "em", model.records()));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                ask(list.getSelectionModel().getSelectedItem());
                event.consume();
            }
        });
        Button assign = new Button(context.texts().get("sealed.assign"), new FontIcon("fth-user-check"));
        assign.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        assign.setOnAction(event -> ask(list.getSelectionModel().getSelectedItem()));
        Button again = new Button(context.texts().get("sealed.reload"), new FontIcon("fth-refresh-cw"));
        again.setOnAction(event -> model.reload());
        Button sheet = new Button(context.texts().get("sealed.sheet"), new FontIcon("fth-key"));
        sheet.setOnAction(event -> askForSheet());
        Label keys = new Label();
        keys.textProperty().bind(model.keysProperty());
        keys.setWrapText(true);
        keys.setMinHeight(Region.USE_PREF_SIZE);
        keys.managedProperty().bind(keys.textProperty().isNotEmpty());
        view = new SettingsCard(context.texts().get("sealed.title"), context.texts().get("sealed.text"), keys, list,
            SettingsCard.line(assign, sheet, again)).view();
        model.reload();
    }

    Node view() {
        return view;
    }

    /** Asks for the key on the recovery sheet; a wrong one leaves the dialog open and everything as it is. */
    private void askForSheet() {
        Label title = new Label(context.texts().get("sealed.sheet"));
        title.getStyleClass().add("card-title");
        Label words = new Label(context.texts().get("sealed.sheet_text"));
        words.getStyleClass().add("quiet");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        TextField typed = new TextField();
        Label name = new Label(context.texts().get("sealed.sheet_key"));
        name.setLabelFor(typed);
        Label problem = new Label();
        problem.setWrapText(true);
        problem.getStyleClass().add("trouble");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        VBox card = new VBox(12);
        Button cancel = new Button(context.texts().get("button.cancel"));
        cancel.setOnAction(event -> context.overlays().close(card));
        Button go = new Button(context.texts().get("sealed.sheet_go"));
        go.getStyleClass().add("accent");
        go.setDefaultButton(true);
        go.setOnAction(event -> {
            problem.setText("");
            model.handOver(typed.getText(), problem::setText, () -> context.overlays().close(card));
        });
        HBox line = new HBox(8, cancel, go);
        line.setAlignment(Pos.CENTER_RIGHT);
        card.getChildren().addAll(title, words, new VBox(4, name, typed), problem, line);
        card.getStyleClass().addAll("card", "account-card");
        context.overlays().dialog(card, typed);
    }

    private void ask(Sealed one) {
        if (one == null) {
            return;
        }
        Label title = new Label(context.texts().get("sealed.assign"));
        title.getStyleClass().add("card-title");
        Label what = new Label(model.text(one));
        what.setWrapText(true);
        VBox choices = new VBox(6);
        List<CheckBox> boxes = new ArrayList<>();
        for (Account account : model.candidates()) {
            CheckBox box = new CheckBox(account.name());
            box.setUserData(account.id());
            box.setSelected(one.accounts().contains(account.id()));
            boxes.add(box);
            choices.getChildren().add(box);
        }
        VBox card = new VBox(12);
        Button cancel = new Button(context.texts().get("button.cancel"));
        cancel.setOnAction(event -> context.overlays().close(card));
        Button keep = new Button(context.texts().get("sealed.keep"));
        keep.getStyleClass().add("accent");
        keep.setDefaultButton(true);
        keep.setOnAction(event -> {
            TreeSet<String> chosen = new TreeSet<>();
            boxes.stream().filter(CheckBox::isSelected).forEach(box -> chosen.add((String) box.getUserData()));
            model.assign(one, chosen, () -> context.overlays().close(card));
        });
        HBox line = new HBox(8, cancel, keep);
        line.setAlignment(Pos.CENTER_RIGHT);
        card.getChildren().addAll(title, what, choices, line);
        card.getStyleClass().addAll("card", "account-card");
        context.overlays().dialog(card, boxes.isEmpty() ? keep : boxes.get(0));
    }

    private final class SealedCell extends ListCell<Sealed> {
        @Override
        protected void updateItem(Sealed one, boolean empty) {
            super.updateItem(one, empty);
            setText(empty ? null : model.text(one));
        }
    }
}
