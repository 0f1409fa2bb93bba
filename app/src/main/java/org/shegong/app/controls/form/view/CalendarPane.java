package org.shegong.app.controls.form.view;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.controls.form.model.FormTexts;

/** One month, weeks from Monday, that floats under a date field and never takes the cursor. */
final class CalendarPane extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
    private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other-month");
    private static final int WEEKS = 6;
    private final FormTexts texts;
    private final LocalDate today;
    private final Consumer<LocalDate> taken;
    private final String[] months;
    private final Label title = new Label();
    private final GridPane days = new GridPane();
    private LocalDate day;

    CalendarPane(FormTexts texts, LocalDate today, Consumer<LocalDate> taken) {
        this.texts = texts;
        this.today = today;
        this.taken = taken;
        this.day = today;
        months = texts.text("calendar.months").split(",");
        getStyleClass().add("calendar");
        setMinWidth(252);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setAlignment(Pos.CENTER);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(step(Feather.CHEVRON_LEFT, "calendar.previous", -1), title,
            step(Feather.CHEVRON_RIGHT, "calendar.next", 1));
        head.setAlignment(Pos.CENTER);
        Label now = new Label(texts.text("calendar.today"));
        now.getStyleClass().add("calendar-today");
        now.setOnMousePressed(event -> {
            event.consume();
            taken.accept(today);
        });
        getChildren().addAll(head, days, now);
    }

    /** Shows the month of a date, or this month for null. */
    void show(LocalDate date) {
        day = date == null ? today : date;
        draw();
    }

    /** The date that stands ready. */
    LocalDate day() {
        return day;
    }

    void moveDays(int by) {
        show(day.plusDays(by));
    }

    void moveMonths(int by) {
        show(day.plusMonths(by));
    }

    private Node step(Feather icon, String key, int by) {
        Label step = new Label("", new FontIcon(icon));
        step.getStyleClass().add("calendar-step");
        step.setAccessibleText(texts.text(key));
        step.setOnMousePressed(event -> {
            event.consume();
            moveMonths(by);
        });
        return step;
    }

    private void draw() {
        title.setText(texts.text("calendar.title", day.getYear(), months[day.getMonthValue() - 1]));
        days.getChildren().clear();
        String[] weekdays = texts.text("calendar.weekdays").split(",");
        for (int i = 0; i < weekdays.length; i++) {
            Label head = new Label(weekdays[i]);
            head.getStyleClass().add("calendar-weekday");
            days.add(sized(head), i, 0);
        }
        LocalDate first = YearMonth.from(day).atDay(1);
        LocalDate shown = first.minusDays(first.getDayOfWeek().getValue() - 1);
        for (int week = 1; week <= WEEKS; week++) {
            for (int i = 0; i < weekdays.length; i++) {
                days.add(cell(shown), i, week);
                shown = shown.plusDays(1);
            }
        }
    }

    private Node cell(LocalDate date) {
        Label cell = new Label(Integer.toString(date.getDayOfMonth()));
        cell.getStyleClass().add("calendar-day");
        cell.pseudoClassStateChanged(CHOSEN, date.equals(day));
        cell.pseudoClassStateChanged(TODAY, date.equals(today));
        cell.pseudoClassStateChanged(OTHER, date.getMonthValue() != day.getMonthValue());
        cell.setOnMousePressed(event -> {
            event.consume();
            taken.accept(date);
        });
        return sized(cell);
    }

    private static Region sized(Label label) {
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment(Pos.CENTER);
        GridPane.setHgrow(label, Priority.ALWAYS);
        return label;
    }
}
