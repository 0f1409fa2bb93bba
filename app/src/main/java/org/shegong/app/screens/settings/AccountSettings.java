package org.shegong.app.screens.settings;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.GridPane;
import org.shegong.app.AppContext;
import org.shegong.app.session.StationSession;
import org.shegong.db.security.AccountChange;

/** Who works here, and changing the password. */
final class AccountSettings {
    private final AppContext context;
    private final StationSession session;
    private final PasswordField old = new PasswordField();
    private final PasswordField first = new PasswordField();
    private final PasswordField second = new PasswordField();
    private final Label problem = new Label();
    private final Node view;

    AccountSettings(AppContext context, StationSession session) {
        this.context = context;
        this.session = session;
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        grid.addRow(0, new Label(context.texts().get("settings.old_password")), old);
        grid.addRow(1, new Label(context.texts().get("password.new")), first);
        grid.addRow(2, new Label(context.texts().get("password.again")), second);
        Button change = new Button(context.texts().get("settings.change_password"));
        change.setOnAction(event -> change());
        problem.getStyleClass().add("trouble");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        view = new SettingsCard(context.texts().get("settings.account"), context.texts().get("settings.account_text",
            session.account().name(), session.folder()), grid, problem, SettingsCard.line(change)).view();
    }

    Node view() {
        return view;
    }

    private void change() {
        if (!first.getText().equals(second.getText())) {
            problem.setText(context.texts().get("password.different"));
            return;
        }
        char[] before = old.getText().toCharArray();
        char[] after = first.getText().toCharArray();
        context.tasks().work(progress -> {
            try {
                return session.keyRing().changePassword(session.account().name(), before, after);
            } finally {
                Arrays.fill(before, '\0');
                Arrays.fill(after, '\0');
            }
        }).titled(context.texts().get("settings.change_password")).onSuccess(this::changed).start();
    }

    private void changed(AccountChange change) {
        if (change instanceof AccountChange.Refused refused) {
            problem.setText(context.texts().get(refused.reason().messageKey()));
        } else {
            problem.setText("");
            old.clear();
            first.clear();
            second.clear();
            context.overlays().toast(context.texts().get("password.changed"));
        }
    }
}
