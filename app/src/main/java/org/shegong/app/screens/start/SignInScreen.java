package org.shegong.app.screens.start;

import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.StackPane;
import org.shegong.app.session.Opening;
import org.shegong.app.session.SignIn;
import org.shegong.db.security.Account;
import org.shegong.db.security.KdfCost;
import org.shegong.db.security.KeyRing;

/** Asks for the password of a station that exists. */
public final class SignInScreen {
    private final StackPane view = new StackPane();
    private final StartContext context;
    private final StartCard card;
    private final PasswordField password = new PasswordField();
    private final ChoiceBox<String> user = new ChoiceBox<>();

    public SignInScreen(StartContext context) {
        this.context = context;
        card = new StartCard(context.texts().get("product.name"), context.texts().get("sign_in.text",
            context.folder()));
        user.setMaxWidth(Double.MAX_VALUE);
        context.tasks().work(progress -> names()).onSuccess(this::offer).onError(this::noAccounts).start();
        Button open = new Button(context.texts().get("sign_in.open"));
        open.getStyleClass().add("accent");
        open.setOnAction(event -> open());
        Button forgotten = new Button(context.texts().get("sign_in.forgotten"));
        forgotten.getStyleClass().add("flat");
        forgotten.setOnAction(event -> view.getChildren().setAll(
            new RecoveryScreen(context, user.getValue() == null ? context.user() : user.getValue(),
                () -> view.getChildren().setAll(card.view())).view()));
        card.field(context.texts().get("sign_in.password"), password);
        card.buttons(open, forgotten);
        view.getChildren().setAll(card.view());
        context.tasks().inWindow(password::requestFocus);
    }

    public Node view() {
        return view;
    }

    private List<String> names() {
        return KeyRing.open(context.folder(), KdfCost.MINIMUM).accounts().stream().map(Account::name).toList();
    }

    private void offer(List<String> names) {
        user.getItems().setAll(names);
        user.setValue(names.contains(context.user()) ? context.user() : names.get(0));
        if (names.size() > 1) {
            card.field(context.texts().get("sign_in.user"), user);
        }
    }

    /** The password field will say what is wrong with the keys as soon as somebody tries. */
    private void noAccounts(Throwable cause) {
        System.getLogger(SignInScreen.class.getName()).log(System.Logger.Level.WARNING, "accounts not read", cause);
    }

    private void open() {
        char[] typed = password.getText().toCharArray();
        String name = user.getValue() == null ? context.user() : user.getValue();
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
            card.problem(context.texts().get(refused.messageKey(), refused.arguments()));
            context.tasks().inWindow(() -> {
                password.requestFocus();
                password.selectAll();
            });
        }
    }
}
