package org.shegong.app.screens.settings;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.AppContext;
import org.shegong.app.session.StationSession;
import org.shegong.db.security.Account;

/** Everybody who may sign in, and what a leader or an administrator can do about them; all of it by keyboard. */
final class AccountsCard {
    private static final double LINE_EM = 2.3;
    private static final int MOST_LINES = 8;
    private final AppContext context;
    private final AccountsViewModel model;
    private final AccountDialogs dialogs;
    private final ListView<Account> list = new ListView<>();
    private final Node view;

    /** @param rekey closes the station and moves it into a file with another key */
    AccountsCard(AppContext context, StationSession session, Runnable rekey) {
        this.context = context;
        this.model = new AccountsViewModel(context, session);
        this.dialogs = new AccountDialogs(context, model, session.folder(), rekey);
        list.setItems(model.accounts());
        list.getStyleClass().add("account-list");
        list.setCellFactory(cells -> new AccountCell());
        list.styleProperty().bind(Bindings.createStringBinding(() -> "-fx-pref-height: "
            + (Math.min(MOST_LINES, Math.max(2, model.accounts().size())) * LINE_EM + 0.4) + "em", model.accounts()));
        list.getSelectionModel().selectFirst();
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && chosen() != null) {
                dialogs.role(chosen());
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE && chosen() != null) {
                dialogs.remove(chosen());
                event.consume();
            }
        });
        Label warning = new Label(context.texts().get("accounts.edited_outside"), new FontIcon("fth-alert-triangle"));
        warning.setWrapText(true);
        warning.getStyleClass().add("trouble");
        warning.setVisible(!session.rolesIntact());
        warning.setManaged(!session.rolesIntact());
        view = new SettingsCard(context.texts().get("accounts.title"), context.texts().get("accounts.text"), warning,
            list, buttons()).view();
    }

    private Node buttons() {
        BooleanBinding none = list.getSelectionModel().selectedItemProperty().isNull();
        Button add = button("accounts.add", "fth-user-plus", dialogs::add);
        Button role = button("accounts.role", "fth-shield", () -> dialogs.role(chosen()));
        Button password = button("accounts.password", "fth-key", () -> dialogs.password(chosen()));
        Button remove = button("accounts.remove", "fth-user-x", () -> dialogs.remove(chosen()));
        Button sheet = button("accounts.sheet", "fth-file-text", dialogs::sheet);
        Button rekey = button("accounts.rekey", "fth-refresh-ccw", () -> dialogs.rekey(""));
        role.disableProperty().bind(none);
        password.disableProperty().bind(none);
        remove.disableProperty().bind(none);
        return SettingsCard.line(add, role, password, remove, sheet, rekey);
    }

    private Button button(String key, String icon, Runnable action) {
        Button button = new Button(context.texts().get(key), new FontIcon(icon));
        button.setOnAction(event -> action.run());
        return button;
    }

    private Account chosen() {
        return list.getSelectionModel().getSelectedItem();
    }

    Node view() {
        return view;
    }

    private final class AccountCell extends ListCell<Account> {
        @Override
        protected void updateItem(Account account, boolean empty) {
            super.updateItem(account, empty);
            setText(empty ? null : model.text(account));
        }
    }
}
