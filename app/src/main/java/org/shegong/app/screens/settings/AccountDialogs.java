package org.shegong.app.screens.settings;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shegong.app.AppContext;
import org.shegong.app.controls.KeptSheet;
import org.shegong.db.security.Account;
import org.shegong.db.security.RecoverySheet;
import org.shegong.db.security.Role;

/** Asks what is needed to change an account. Enter carries it out, Esc closes and changes nothing. */
final class AccountDialogs {
    private final AppContext context;
    private final AccountsViewModel model;
    private final Path folder;
    private final Runnable rekey;

    /**
     * @param folder of the station
     * @param rekey closes the station and moves it into a file with another key
     */
    AccountDialogs(AppContext context, AccountsViewModel model, Path folder, Runnable rekey) {
        this.rekey = rekey;
        this.context = context;
        this.model = model;
        this.folder = folder;
    }

    void add() {
        TextField name = new TextField();
        PasswordField first = new PasswordField();
        PasswordField second = new PasswordField();
        Roles roles = new Roles(Role.WORKER);
        Card card = new Card(text("accounts.add"), text("accounts.add_text"), text("accounts.add"));
        card.field(text("accounts.name"), name);
        card.add(roles.view());
        card.field(text("accounts.first_password"), first);
        card.field(text("password.again"), second);
        card.action(() -> model.add(name.getText(), roles.chosen(), first.getText(), second.getText(), card::close));
        card.show(name);
    }

    void role(Account account) {
        Roles roles = new Roles(Role.of(account.role()).orElse(Role.WORKER));
        Card card = new Card(context.texts().get("accounts.role_of", account.name()), text("accounts.role_text"),
            text("accounts.role"));
        card.add(roles.view());
        card.action(() -> model.changeRole(account, roles.chosen(), card::close));
        card.show(roles.first());
    }

    void password(Account account) {
        PasswordField first = new PasswordField();
        PasswordField second = new PasswordField();
        Card card = new Card(context.texts().get("accounts.password_of", account.name()), text("accounts.password_text"),
            text("accounts.password"));
        card.field(text("password.new"), first);
        card.field(text("password.again"), second);
        card.action(() -> model.setPassword(account, first.getText(), second.getText(), card::close));
        card.show(first);
    }

    void remove(Account account) {
        Card card = new Card(context.texts().get("accounts.remove_of", account.name()), text("accounts.remove_text"),
            text("accounts.remove"));
        card.action(() -> model.remove(account, () -> {
            card.close();
            rekey(context.texts().get("accounts.rekey_after", account.name()));
        }));
        card.show(null);
    }

    /**
     * Offers another key for the file.
     *
     * @param why stands before the explanation; may be empty
     */
    void rekey(String why) {
        Card card = new Card(text("accounts.rekey"), why + text("accounts.rekey_text"), text("accounts.rekey_go"));
        model.withoutPair().ifPresent(names -> card.add(waiting(names)));
        card.action(() -> {
            card.close();
            rekey.run();
        });
        card.show(null);
    }

    private Label waiting(String names) {
        Label words = new Label(context.texts().get("accounts.rekey_waiting", names));
        words.setWrapText(true);
        words.getStyleClass().add("trouble");
        words.setMinHeight(Region.USE_PREF_SIZE);
        return words;
    }

    void sheet() {
        Card card = new Card(text("accounts.sheet"), text("accounts.sheet_text"), text("accounts.sheet_make"));
        card.action(() -> model.renewSheet(sheet -> {
            card.close();
            keep(sheet);
        }));
        card.show(null);
    }

    private void keep(RecoverySheet sheet) {
        KeptSheet kept = new KeptSheet(sheet, folder, context.tasks(), context.texts(), context.overlays());
        Label problem = new Label();
        problem.setWrapText(true);
        problem.getStyleClass().add("trouble");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        kept.onProblem(problem::setText);
        Button done = new Button(text("accounts.sheet_done"));
        done.getStyleClass().add("accent");
        done.setDisable(true);
        kept.onKept(() -> {
            done.setDisable(false);
            done.requestFocus();
        });
        Label title = new Label(text("sheet.title"));
        title.getStyleClass().add("card-title");
        HBox line = new HBox(8, kept.printButton(), kept.saveButton(), done);
        line.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(12, title, kept.text(), problem, line);
        card.getStyleClass().addAll("card", "account-card");
        done.setOnAction(event -> context.overlays().close(card));
        context.overlays().dialog(card, kept.saveButton());
    }

    private String text(String key) {
        return context.texts().get(key);
    }

    /** The five roles with what each may do, one to be chosen with the arrow keys. */
    private final class Roles {
        private final VBox view = new VBox(6);
        private final ToggleGroup group = new ToggleGroup();

        Roles(Role chosen) {
            for (Role role : model.roles()) {
                RadioButton button = new RadioButton(context.texts().get("accounts.role_line",
                    text(role.textKey()), text("role.about." + role.code())));
                button.setWrapText(true);
                button.setToggleGroup(group);
                button.setUserData(role);
                button.setSelected(role == chosen);
                view.getChildren().add(button);
            }
        }

        Node view() {
            return view;
        }

        Node first() {
            return (Node) group.getSelectedToggle();
        }

        Role chosen() {
            return (Role) group.getSelectedToggle().getUserData();
        }
    }

    /** A card with fields, what is wrong, and two buttons. */
    private final class Card {
        private final VBox view = new VBox(12);
        private final Label problem = new Label();
        private final Button act;

        Card(String title, String words, String action) {
            Label heading = new Label(title);
            heading.getStyleClass().add("card-title");
            Label body = new Label(words);
            body.setWrapText(true);
            body.getStyleClass().add("quiet");
            body.setMinHeight(Region.USE_PREF_SIZE);
            model.clearProblem();
            problem.textProperty().bind(model.problemProperty());
            problem.setWrapText(true);
            problem.getStyleClass().add("trouble");
            problem.managedProperty().bind(problem.textProperty().isNotEmpty());
            Button cancel = new Button(text("button.cancel"));
            cancel.setOnAction(event -> close());
            act = new Button(action);
            act.getStyleClass().add("accent");
            act.setDefaultButton(true);
            act.disableProperty().bind(model.busyProperty());
            HBox line = new HBox(8, cancel, act);
            line.setAlignment(Pos.CENTER_RIGHT);
            view.getChildren().addAll(heading, body, problem, line);
            view.getStyleClass().addAll("card", "account-card");
        }

        void field(String label, TextField field) {
            Label words = new Label(label);
            words.setLabelFor(field);
            add(new VBox(4, words, field));
        }

        void add(Node node) {
            view.getChildren().add(view.getChildren().size() - 2, node);
        }

        void action(Runnable action) {
            act.setOnAction(event -> action.run());
        }

        void show(Node first) {
            context.overlays().dialog(view, first == null ? act : first);
        }

        void close() {
            context.overlays().close(view);
        }
    }
}
