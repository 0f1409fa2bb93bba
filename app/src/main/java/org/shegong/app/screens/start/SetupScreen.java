package org.shegong.app.screens.start;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.shegong.app.session.Founding;
import org.shegong.app.session.NewStation;
import org.shegong.app.session.StationSetup;
import org.shegong.db.security.KdfCost;

/** Makes a station where there is none: name, area, first account, and the recovery sheet at the end. */
public final class SetupScreen {
    private final StackPane view = new StackPane();
    private final StartContext context;
    private final StartCard card;
    private final TextField name = new TextField();
    private final TextField area = new TextField();
    private final TextField user = new TextField();
    private final PasswordField first = new PasswordField();
    private final PasswordField second = new PasswordField();

    public SetupScreen(StartContext context) {
        this.context = context;
        card = new StartCard(context.texts().get("setup.title"), context.texts().get("setup.text"));
        name.setPromptText(context.texts().get("setup.name_prompt"));
        area.setPromptText(context.texts().get("setup.area_prompt"));
        user.setText(StationSetup.defaultUser());
        card.field(context.texts().get("setup.name"), name);
        card.field(context.texts().get("setup.area"), area);
        card.field(context.texts().get("setup.user"), user);
        card.field(context.texts().get("setup.password"), first);
        card.field(context.texts().get("password.again"), second);
        Button make = new Button(context.texts().get("setup.make"));
        make.getStyleClass().add("accent");
        make.setOnAction(event -> make());
        Button bring = new Button(context.texts().get("bring.start"));
        bring.setOnAction(event -> bring());
        card.buttons(make, bring);
        view.getChildren().setAll(card.view());
        context.tasks().inWindow(name::requestFocus);
    }

    public Node view() {
        return view;
    }

    private void bring() {
        view.getChildren().setAll(new RestoreScreen(context, () -> view.getChildren().setAll(card.view()),
            () -> view.getChildren().setAll(new SignInScreen(context).view())).view());
    }

    private void make() {
        if (!first.getText().equals(second.getText())) {
            card.problem(context.texts().get("password.different"));
            return;
        }
        NewStation wanted = new NewStation(name.getText(), area.getText().strip(), "", user.getText().strip());
        char[] password = first.getText().toCharArray();
        card.busy(true);
        card.problem("");
        context.tasks().work(progress -> {
            try {
                return new StationSetup(context.clock(), KdfCost.calibrated()).found(context.folder(), wanted, password);
            } finally {
                Arrays.fill(password, '\0');
            }
        }).onSuccess(this::ended).onEnd(() -> card.busy(false)).start();
    }

    private void ended(Founding founding) {
        if (founding instanceof Founding.Founded founded) {
            view.getChildren().setAll(new SheetScreen(context, founded.sheet(),
                () -> context.opened().accept(founded.session())).view());
        } else if (founding instanceof Founding.Refused refused) {
            card.problem(context.texts().get(refused.messageKey()));
        }
    }
}
