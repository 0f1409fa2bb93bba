package org.shegong.app.controls.form.view;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.shegong.app.controls.form.model.Attendance;
import org.shegong.app.controls.form.model.AttendanceModel;
import org.shegong.app.controls.form.model.AttendanceModel.Member;
import org.shegong.app.controls.form.model.AttendanceModel.Session;
import org.shegong.app.controls.form.model.FormDesk;
import org.shegong.app.controls.form.model.FormTexts;

/**
 * Attendance of a group: members down, sessions across. A click or the space bar goes through the marks, arrows move,
 * Shift+space marks the whole session. Totals follow at once.
 */
public final class AttendanceGrid extends BorderPane {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private final AttendanceModel model;
    private final FormTexts texts;
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final Label message = new Label();
    private int row;
    private int column;

    public AttendanceGrid(FormDesk desk, AttendanceModel model) {
        this.model = model;
        this.texts = desk.texts();
        getStyleClass().addAll("record-page", "attendance");
        getStylesheets().add(Objects.requireNonNull(
            AttendanceGrid.class.getResource("/org/shegong/app/form.css")).toExternalForm());
        setId("attendance-grid");
        grid.setFocusTraversable(true);
        grid.getStyleClass().add("attendance-grid");
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        grid.focusedProperty().addListener((o, before, now) -> draw());
        Label help = new Label(texts.text("attendance.help"));
        help.getStyleClass().add("field-hint");
        help.setWrapText(true);
        message.getStyleClass().add("trouble");
        message.textProperty().bind(model.messageProperty());
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        setTop(new VBox(4, help, message));
        setCenter(scroll);
        model.changesProperty().addListener((o, before, now) -> draw());
        draw();
    }

    /** Puts the cursor into the grid. */
    public void focusGrid() {
        grid.requestFocus();
    }

    private void draw() {
        grid.getChildren().clear();
        List<Member> members = model.members();
        List<Session> sessions = model.sessions();
        if (members.isEmpty() || sessions.isEmpty()) {
            grid.add(new Label(texts.text("attendance.empty")), 0, 0);
            return;
        }
        row = Math.min(row, members.size() - 1);
        column = Math.min(column, sessions.size() - 1);
        grid.add(head(texts.text("attendance.member"), ""), 0, 0);
        for (int c = 0; c < sessions.size(); c++) {
            grid.add(sessionHead(sessions.get(c)), c + 1, 0);
        }
        grid.add(head(texts.text("attendance.times"), ""), sessions.size() + 1, 0);
        for (int r = 0; r < members.size(); r++) {
            drawMember(members.get(r), r, sessions);
        }
        grid.add(head(texts.text("attendance.there"), ""), 0, members.size() + 1);
        for (int c = 0; c < sessions.size(); c++) {
            Session session = sessions.get(c);
            grid.add(total(texts.text("attendance.of", model.there(session), model.expected(session))), c + 1,
                members.size() + 1);
        }
    }

    private void drawMember(Member member, int r, List<Session> sessions) {
        Label name = new Label(member.name());
        name.getStyleClass().add("attendance-name");
        name.setMinWidth(USE_PREF_SIZE);
        grid.add(name, 0, r + 1);
        for (int c = 0; c < sessions.size(); c++) {
            grid.add(cell(sessions.get(c), member, r, c), c + 1, r + 1);
        }
        grid.add(total(Long.toString(model.there(member))), sessions.size() + 1, r + 1);
    }

    private Node cell(Session session, Member member, int r, int c) {
        Attendance mark = model.mark(session, member);
        boolean in = member.isInOn(session.date()) || mark != Attendance.ABSENT;
        Label cell = new Label(texts.text(in ? "attendance." + name(mark) : "attendance.outside"));
        cell.getStyleClass().addAll("attendance-cell", "attendance-" + name(mark));
        cell.setMaxWidth(Double.MAX_VALUE);
        cell.pseudoClassStateChanged(CURRENT, r == row && c == column && grid.isFocused());
        cell.setOnMousePressed(event -> {
            row = r;
            column = c;
            grid.requestFocus();
            model.cycle(session, member);
            event.consume();
        });
        return cell;
    }

    private Node sessionHead(Session session) {
        String date = session.date() == null ? "" : session.date().getMonthValue() + "-"
            + session.date().getDayOfMonth();
        Label head = head(session.no() == 0 ? "" : texts.text("attendance.no", session.no()), date);
        if (!session.theme().isEmpty()) {
            head.setTooltip(new Tooltip(session.theme()));
        }
        return head;
    }

    private static Label head(String first, String second) {
        Label head = new Label(second.isEmpty() ? first : first.isEmpty() ? second : first + "\n" + second);
        head.getStyleClass().add("attendance-head");
        head.setMinWidth(USE_PREF_SIZE);
        return head;
    }

    private static Label total(String text) {
        Label total = new Label(text);
        total.getStyleClass().add("attendance-total");
        total.setMaxWidth(Double.MAX_VALUE);
        total.setMinWidth(USE_PREF_SIZE);
        return total;
    }

    private static String name(Attendance mark) {
        return mark.name().toLowerCase(Locale.ROOT);
    }

    private void key(KeyEvent event) {
        if (model.members().isEmpty() || model.sessions().isEmpty()) {
            return;
        }
        switch (event.getCode()) {
            case UP -> move(-1, 0);
            case DOWN, ENTER -> move(1, 0);
            case LEFT -> move(0, -1);
            case RIGHT -> move(0, 1);
            case SPACE -> mark(event.isShiftDown());
            case DELETE, BACK_SPACE -> model.set(session(), model.members().get(row), Attendance.ABSENT);
            default -> {
                if (!takeNumber(event.getText())) {
                    return;
                }
            }
        }
        event.consume();
    }

    private Session session() {
        return model.sessions().get(column);
    }

    private void mark(boolean wholeSession) {
        if (wholeSession) {
            model.cycleColumn(session());
        } else {
            model.cycle(session(), model.members().get(row));
        }
    }

    /** 1 to 4 set the mark at once, 0 takes it away. */
    private boolean takeNumber(String text) {
        if (text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '4') {
            model.set(session(), model.members().get(row), Attendance.values()[text.charAt(0) - '0']);
            return true;
        }
        return false;
    }

    private void move(int down, int right) {
        row = Math.max(0, Math.min(model.members().size() - 1, row + down));
        column = Math.max(0, Math.min(model.sessions().size() - 1, column + right));
        draw();
    }
}
