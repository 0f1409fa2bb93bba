package org.shegong.app.controls.form.view;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.controls.form.model.FormTexts;
import org.shegong.app.controls.form.model.Note;

/** A sentence at a field with the icon of its weight; weight is never shown by colour alone. */
final class NoteLine extends HBox {
    NoteLine(Note note, FormTexts texts) {
        FontIcon icon = new FontIcon(switch (note.level()) {
            case E -> Feather.ALERT_CIRCLE;
            case W -> Feather.ALERT_TRIANGLE;
            case I -> Feather.INFO;
        });
        Label text = new Label(note.text());
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setAccessibleText(texts.text("level." + note.level()) + " " + note.text());
        getStyleClass().addAll("note-line", "note-" + note.level().name().toLowerCase(Locale.ROOT));
        getChildren().setAll(icon, text);
    }
}
