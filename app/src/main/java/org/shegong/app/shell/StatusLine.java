package org.shegong.app.shell;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.shegong.app.AppContext;

/** What the line at the bottom says: saved or not, age of the last backup, days to the monthly report. */
final class StatusLine {
    /** Key under which this computer remembers when it last made a backup, and where. */
    static final String BACKUP_AT = "backup.at";
    static final String BACKUP_TO = "backup.to";
    private static final Duration REFRESH = Duration.ofMinutes(1);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    /** The report of a month is due on the third day of the next (workflows document, section 2). */
    private static final int DUE_DAY = 3;
    private final AppContext context;
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper backup = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper deadline = new ReadOnlyStringWrapper("");

    StatusLine(AppContext context) {
        this.context = context;
        context.changes().lastSavedProperty().addListener(change -> refresh());
        context.tasks().every(REFRESH, this::refresh);
        refresh();
    }

    ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    ReadOnlyStringProperty backupProperty() {
        return backup.getReadOnlyProperty();
    }

    ReadOnlyStringProperty deadlineProperty() {
        return deadline.getReadOnlyProperty();
    }

    /** Works the three out anew. */
    void refresh() {
        LocalDateTime at = context.changes().lastSavedProperty().get();
        saved.set(at == null ? context.texts().get("status.all_saved")
            : context.texts().get("status.saved", CLOCK.format(at)));
        backup.set(backupText());
        deadline.set(deadlineText());
    }

    private String backupText() {
        String kept = context.settings().text(BACKUP_AT, "");
        try {
            long hours = ChronoUnit.HOURS.between(LocalDateTime.parse(kept), LocalDateTime.now(context.clock()));
            String age = hours < 1 ? context.texts().get("status.just_now")
                : hours < 48 ? context.texts().get("status.hours", hours)
                : context.texts().get("status.days", hours / 24);
            return context.texts().get("status.backup", age, context.settings().text(BACKUP_TO, ""));
        } catch (DateTimeParseException neverMade) {
            return context.texts().get("status.no_backup");
        }
    }

    private String deadlineText() {
        LocalDate today = context.today();
        LocalDate due = today.getDayOfMonth() <= DUE_DAY ? today.withDayOfMonth(DUE_DAY)
            : today.plusMonths(1).withDayOfMonth(DUE_DAY);
        long days = ChronoUnit.DAYS.between(today, due);
        return days == 0 ? context.texts().get("status.due_today")
            : context.texts().get("status.due_in", due.minusMonths(1).getMonthValue(), days);
    }
}
