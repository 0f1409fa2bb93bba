package org.shegong.app.controls.form.view;

import java.time.LocalDate;
import java.time.LocalDateTime;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.controls.form.model.FieldModel;
import org.shegong.db.forms.FieldType;

/** A date, typed in any spelling or picked from a month that floats under it; the day of the week stands beside. */
final class DateField extends TypedField {
    private final CalendarPane calendar;
    private final Label weekday = new Label();
    private final String[] weekdays;

    DateField(FormScope scope, FieldModel model) {
        super(scope, model);
        weekdays = scope.texts().text("calendar.weekday.full").split(",");
        calendar = new CalendarPane(scope.texts(), scope.form().desk().station().today(), this::take);
        weekday.getStyleClass().add("unit");
        weekday.setMinWidth(HBox.USE_PREF_SIZE);
        row().getChildren().addAll(weekday, button());
        model.valueProperty().addListener((o, before, now) -> showWeekday());
        focusNode().focusedProperty().addListener((o, before, now) -> {
            if (!now) {
                scope.overlays().hide(calendar);
            }
        });
        focusNode().addEventFilter(KeyEvent.KEY_PRESSED, this::calendarKey);
        showWeekday();
    }

    private Button button() {
        Button button = new Button("", new FontIcon(Feather.CALENDAR));
        button.getStyleClass().add("pick-arrow");
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(scope().texts().text("calendar.open")));
        button.setOnMousePressed(event -> {
            boolean open = scope().overlays().isShowing(calendar);
            focusNode().requestFocus();
            toggle(!open);
            event.consume();
        });
        return button;
    }

    private void toggle(boolean open) {
        if (open) {
            calendar.show(day());
            scope().overlays().show(calendar, row());
        } else {
            scope().overlays().hide(calendar);
        }
    }

    private LocalDate day() {
        Object value = model().value();
        return value instanceof LocalDate date ? date : value instanceof LocalDateTime at ? at.toLocalDate() : null;
    }

    private void take(LocalDate date) {
        Object value = model().value();
        model().set(model().field().type() != FieldType.DATE_TIME ? date
            : value instanceof LocalDateTime at ? date.atTime(at.toLocalTime()) : date.atStartOfDay());
        scope().overlays().hide(calendar);
    }

    private void showWeekday() {
        LocalDate day = day();
        weekday.setText(day == null ? "" : weekdays[day.getDayOfWeek().getValue() - 1]);
        weekday.setManaged(day != null && model().field().type() == FieldType.DATE);
        weekday.setVisible(weekday.isManaged());
    }

    private void calendarKey(KeyEvent event) {
        boolean open = scope().overlays().isShowing(calendar);
        if (event.getCode() == KeyCode.F4 || event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            toggle(!open);
            event.consume();
        } else if (open) {
            keyWhileOpen(event);
        }
    }

    private void keyWhileOpen(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> calendar.moveDays(-1);
            case RIGHT -> calendar.moveDays(1);
            case UP -> calendar.moveDays(-7);
            case DOWN -> calendar.moveDays(7);
            case PAGE_UP -> calendar.moveMonths(-1);
            case PAGE_DOWN -> calendar.moveMonths(1);
            case ENTER -> take(calendar.day());
            case ESCAPE -> toggle(false);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
