package org.shegong.app.screens.start;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import org.shegong.app.session.Opening;
import org.shegong.app.session.SealOffice;
import org.shegong.app.session.SignIn;
import org.shegong.app.session.StationSession;
import org.shegong.db.security.AccountChange;
import org.shegong.db.security.KeyRing;

/** Opens a station with the printed recovery key and sets a new password. */
final class RecoveryScreen {
    private final StartContext context;
    private final String user;
    private final StartCard card;
    private final TextField key = new TextField();
    private final PasswordField first = new PasswordField();
    private final PasswordField second = new PasswordField();

    RecoveryScreen(StartContext context, String user, Runnable back) {
        this.context = context;
        this.user = user;
        card = new StartCard(context.texts().get("recovery.title"), context.texts().get("recovery.text"));
        key.setPromptText(context.texts().get("recovery.prompt"));
        card.field(context.texts().get("recovery.key"), key);
        card.field(context.texts().get("password.new"), first);
        card.field(context.texts().get("password.again"), second);
        Button open = new Button(context.texts().get("recovery.open"));
        open.getStyleClass().add("accent");
        open.setOnAction(event -> open());
        Button cancel = new Button(context.texts().get("button.back"));
        cancel.setOnAction(event -> back.run());
        card.buttons(open, cancel);
        context.tasks().inWindow(key::requestFocus);
    }

    Node view() {
        return card.view();
    }

    private void open() {
        if (!first.getText().equals(second.getText())) {
            card.problem(context.texts().get("password.different"));
        } else if (first.getText().length() < KeyRing.SHORTEST_PASSWORD) {
            card.problem(context.texts().get("account.password_short"));
        } else {
            String typed = key.getText();
            char[] password = first.getText().toCharArray();
            card.busy(true);
            card.problem("");
            context.tasks().work(progress -> opened(typed, password)).onSuccess(this::ended)
                .onEnd(() -> card.busy(false)).start();
        }
    }

    private Opening opened(String typed, char[] password) {
        try {
            Opening opening = new SignIn(context.clock()).openWithRecoveryKey(context.folder(), user, typed);
            return opening instanceof Opening.Opened opened ? withPassword(opened.session(), password) : opening;
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** The session is closed unless it is given back. */
    static Opening withPassword(StationSession session, char[] password) {
        boolean kept = false;
        try {
            AccountChange change = session.keyRing().resetPassword(session.key(), session.account().name(), password);
            if (change instanceof AccountChange.Refused refused) {
                return new Opening.Refused(refused.reason().messageKey(), Opening.Cause.NOT_PERMITTED);
            }
            new SealOffice(session).catchUpIfPossible();
            kept = true;
            return new Opening.Opened(session);
        } finally {
            if (!kept) {
                session.close();
            }
        }
    }

    private void ended(Opening opening) {
        if (opening instanceof Opening.Opened opened) {
            context.overlays().toast(context.texts().get("password.changed"));
            context.opened().accept(opened.session());
        } else if (opening instanceof Opening.Refused refused) {
            card.problem(context.texts().get(refused.messageKey()));
        }
    }
}
