package org.shegong.app.screens.ledgerimport;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.i18n.Texts;
import org.shegong.reports.ledger.recognise.LedgerKind;

/** Small parts that the wizard's steps are made of. */
final class Wizard {
    private static final String STYLES = Wizard.class.getResource("/org/shegong/app/import.css").toExternalForm();

    private Wizard() {
    }

    static <T extends Parent> T styled(T pane) {
        pane.getStylesheets().add(STYLES);
        return pane;
    }

    static Button button(String text, String icon, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll(styles);
        return label;
    }

    static Label fixed(String text, String... styles) {
        Label label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    static String kind(Texts texts, LedgerKind kind) {
        return kind == null ? texts.get("import.kind.none") : texts.get("import.kind." + kind.key());
    }
}
