package org.shegong.app.screens.start;

import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.shegong.app.session.Opening;
import org.shegong.app.session.SignIn;
import org.shegong.db.security.Account;
import org.shegong.db.security.KeyRing;
import org.shegong.db.security.Role;

/** Asks for the password of a station that exists. */
public final class SignInScreen {
    private static final int MOST_LINES = 6;
    private static final double LINE_EM = 2.3;
    private final StackPane view = new StackPane();
    private final StartContext context;
    private final StartCard card;
    private final PasswordField password = new PasswordField();
    private final ListView<Account> users = new ListView<>();

    public SignInScreen(StartContext context) {
        this.context = context;
        card = new StartCard(context.texts().get("product.name"), context.texts().get("sign_in.text",
            context.folder()));
        users.getStyleClass().add("account-list");
        users.setCellFactory(list -> new AccountCell());
        users.setOnMouseClicked(event -> password.requestFocus());
        users.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                password.requestFocus();
                event.consume();
            }
        });
        context.tasks().work(progress -> KeyRing.open(context.folder()).accounts())
            .onSuccess(this::offer).onError(this::noAccounts).start();
        Button open = new Button(context.texts().get("sign_in.open"));
        open.getStyleClass().add("accent");
        open.setOnAction(event -> open());
        Button forgotten = new Button(context.texts().get("sign_in.forgotten"));
        forgotten.getStyleClass().add("flat");
        forgotten.setOnAction(event -> view.getChildren().setAll(
            new RecoveryScreen(context, user(),
                () -> view.getChildren().setAll(card.view())).view()));
        card.field(context.texts().get("sign_in.password"), password);
        card.buttons(open, forgotten);
        view.getChildren().setAll(card.view());
        context.tasks().inWindow(password::requestFocus);
    }

    public Node view() {
        return view;
    }

    private void offer(List<Account> accounts) {
        users.getItems().setAll(accounts);
        users.getSelectionModel().select(accounts.stream().filter(one -> one.name().equals(context.user())).findFirst()
            .orElse(accounts.get(0)));
        if (accounts.size() > 1) {
            users.setStyle("-fx-pref-height: " + (Math.min(MOST_LINES, accounts.size()) * LINE_EM + 0.4) + "em");
            card.fieldFirst(context.texts().get("sign_in.user"), users);
            users.scrollTo(users.getSelectionModel().getSelectedIndex());
        }
    }

    private String user() {
        Account chosen = users.getSelectionModel().getSelectedItem();
        return chosen == null ? context.user() : chosen.name();
    }

    /** Name and role of somebody who may sign in. */
    private final class AccountCell extends ListCell<Account> {
        @Override
        protected void updateItem(Account account, boolean empty) {
            super.updateItem(account, empty);
            setText(empty ? null : Role.of(account.role()).map(role -> context.texts().get("accounts.line",
                account.name(), context.texts().get(role.textKey()))).orElse(account.name()));
        }
    }

    /** The password field will say what is wrong with the keys as soon as somebody tries. */
    private void noAccounts(Throwable cause) {
        System.getLogger(SignInScreen.class.getName()).log(System.Logger.Level.WARNING, "accounts not read", cause);
    }

    private void open() {
        char[] typed = password.getText().toCharArray();
        String name = user();
        card.busy(true);
        card.problem("");
        context.tasks().work(progress -> {
            try {
                return new SignIn(context.clock()).open(context.folder(), name, typed);
            } finally {
                Arrays.fill(typed, '\0');
            }
        }).onSuccess(this::ended).onEnd(() -> card.busy(false)).start();
    }

    private void ended(Opening opening) {
        if (opening instanceof Opening.Opened opened) {
            password.clear();
            context.opened().accept(opened.session());
        } else if (opening instanceof Opening.Refused refused) {
            card.problem(context.texts().get(refused.messageKey(), refused.arguments().toArray()));
            context.tasks().inWindow(() -> {
                password.requestFocus();
                password.selectAll();
            });
        }
    }
}
