package org.shegong.app.controls.list;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import org.shegong.app.i18n.Texts;
import org.shegong.db.forms.Field;

/** One value; nothing is a quiet dash. The first column carries the record's marks as words. */
final class RowCell extends TableCell<RecordRow, RecordRow> {
    private static final String NOTHING = "\u2014";
    private final Field field;
    private final boolean first;
    private final Texts texts;

    RowCell(Field field, boolean first, Texts texts) {
        this.field = field;
        this.first = first;
        this.texts = texts;
        if (ListColumns.isNumber(field)) {
            getStyleClass().add("number");
        }
    }

    @Override
    protected void updateItem(RecordRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().remove("nothing");
        setGraphic(null);
        if (empty || row == null) {
            setText(null);
            return;
        }
        String text = row.cell(field.key());
        setText(text.isEmpty() ? NOTHING : text);
        if (text.isEmpty()) {
            getStyleClass().add("nothing");
        }
        if (first && (row.draft() || row.duplicate())) {
            Label mark = new Label(texts.get(row.draft() ? "mark.draft" : "mark.duplicate"));
            mark.getStyleClass().addAll("mark", row.draft() ? "mark-draft" : "mark-duplicate");
            setGraphic(mark);
        }
    }
}
