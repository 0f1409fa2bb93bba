package org.shegong.app.controls.list;

import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.shegong.app.settings.Settings;
import org.shegong.db.forms.Field;

/**
 * Widths that fit what a column holds, measured in characters so that they grow with the font. When all fit, they
 * share the room that is left; when not, the table scrolls sideways.
 */
final class ColumnWidths {
    private static final double PADDING = 1.6;
    /** Room for a record's mark in the first column. */
    private static final double MARK = 2.4;
    private final TableView<RecordRow> table;
    private final Settings settings;
    private List<Field> fields = List.of();

    ColumnWidths(TableView<RecordRow> table, Settings settings) {
        this.table = table;
        this.settings = settings;
        table.widthProperty().addListener(change -> layOut());
        settings.fontSize().addListener(change -> layOut());
    }

    void apply(List<Field> shown) {
        fields = List.copyOf(shown);
        layOut();
    }

    private void layOut() {
        double size = settings.fontSize().get();
        double wanted = (fields.stream().mapToDouble(ColumnWidths::characters).sum() + MARK) * size;
        double room = table.getWidth() - 1.5 * size;
        double share = wanted > 0 && room > wanted ? room / wanted : 1;
        for (int i = 0; i < fields.size() && i < table.getColumns().size(); i++) {
            TableColumn<RecordRow, ?> column = table.getColumns().get(i);
            column.setMinWidth(4 * size);
            column.setPrefWidth(Math.floor((characters(fields.get(i)) + (i == 0 ? MARK : 0)) * size * share));
        }
    }

    private static double characters(Field field) {
        double content = switch (field.type()) {
            case DATE -> 5.4;
            case DATE_TIME -> 9;
            case TIME, BOOL -> 3;
            case INTEGER, MINUTES, DECIMAL -> 3.4;
            case MONEY -> 5;
            case CODE -> 6;
            case REF -> field.target().equals("worker") || field.target().equals("client") ? 4.4 : 6.5;
            case LONG_TEXT, CODES, REFS -> 9;
            case COMPUTED -> 4 + field.unit().length();
            default -> field.maxLength() > 0 && field.maxLength() <= 20 ? 6 : 8;
        };
        return Math.max(content, Math.min(7, field.label().length() + 1)) + PADDING;
    }
}
