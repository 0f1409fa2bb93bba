package org.shegong.app.controls.form.view;

import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.controls.form.model.FormTexts;
import org.shegong.app.controls.form.model.FormViewModel;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordStatus;

/** Title of the form, where the record stands, and what else can be done with it. */
final class FormHeader extends HBox {
    private final FormViewModel form;
    private final FormTexts texts;
    private final Label title = new Label();
    private final Label status = new Label();
    private final MenuItem undo;
    private final MenuItem history;
    private final MenuItem copy;
    private final MenuItem print;
    private final MenuItem recycle;
    private final InvalidationListener refresh = change -> refresh();

    FormHeader(FormScope scope, PanelNavigation navigation, boolean nested) {
        this.form = scope.form();
        this.texts = scope.texts();
        getStyleClass().add("form-header");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("form-title");
        title.setMinWidth(0);
        status.getStyleClass().add("status-chip");
        status.setMinWidth(USE_PREF_SIZE);
        undo = item("form.undo", () -> form.saving().undo());
        history = item("form.history", () -> navigation.showHistory(form.form().key(), form.id()));
        copy = item("form.copy_last", () -> navigation.copyLast(form));
        copy.setAccelerator(KeyCombination.keyCombination("Ctrl+D"));
        print = item("form.print", () -> navigation.print(form));
        recycle = item("form.recycle", () -> navigation.recycle(form));
        print.setAccelerator(KeyCombination.keyCombination("Ctrl+P"));
        MenuButton more = new MenuButton("", new FontIcon(Feather.MORE_HORIZONTAL), copy, print, undo, history,
            recycle);
        more.getStyleClass().add("flat");
        more.setFocusTraversable(false);
        more.setTooltip(new Tooltip(texts.text("form.more")));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        if (nested) {
            getChildren().add(button(Feather.ARROW_LEFT, "form.back", navigation::back));
        }
        getChildren().addAll(title, status, gap, more);
        if (!nested) {
            getChildren().add(button(Feather.X, "form.keys.close", navigation::back));
        }
        form.saving().storedProperty().addListener(refresh);
        form.saving().undoableProperty().addListener(refresh);
        refresh();
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.text(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private Button button(Feather icon, String key, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(texts.text(key)));
        button.setAccessibleText(texts.text(key));
        button.setOnAction(event -> action.run());
        return button;
    }

    private void refresh() {
        RecordData stored = form.saving().stored();
        title.setText(stored == null ? texts.text("form.new", form.form().label()) : form.form().label());
        status.setVisible(stored != null);
        status.setManaged(stored != null);
        if (stored != null) {
            status.setText(texts.text("form." + stored.status().key())
                + (stored.docNo().isEmpty() ? "" : " \u00b7 " + stored.docNo()));
            status.getStyleClass().removeAll("status-draft", "status-void");
            if (stored.status() != RecordStatus.SUBMITTED) {
                status.getStyleClass().add("status-" + stored.status().key());
            }
        }
        undo.setDisable(form.saving().undoableProperty().get().isEmpty());
        history.setDisable(stored == null);
        print.setDisable(stored == null);
        recycle.setDisable(stored == null);
        copy.setDisable(stored != null);
    }
}
