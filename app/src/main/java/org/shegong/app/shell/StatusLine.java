package org.shegong.app.shell;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.shegong.app.AppContext;
import org.shegong.app.backups.AutoBackup;

/** What the line at the bottom says: saved or not, age of the last backup, days to the monthly report. */
final class StatusLine {
    private static final Duration REFRESH = Duration.ofMinutes(1);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    /** The report of a month is due on the third day of the next (workflows document, section 2). */
    private static final int DUE_DAY = 3;
    private final AppContext context;
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
    private final AutoBackup copies;
    private final ReadOnlyStringWrapper deadline = new ReadOnlyStringWrapper("");

    StatusLine(AppContext context, AutoBackup copies) {
        this.context = context;
        this.copies = copies;
        context.changes().lastSavedProperty().addListener(change -> refresh());
        context.tasks().every(REFRESH, this::refresh);
        refresh();
    }

    ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    ReadOnlyStringProperty backupProperty() {
        return copies.lineProperty();
    }

    /** Whether the age of the copies is a reason to do something. */
    ReadOnlyBooleanProperty backupOldProperty() {
        return copies.oldProperty();
    }

    ReadOnlyStringProperty deadlineProperty() {
        return deadline.getReadOnlyProperty();
    }

    /** Works out anew what time changes. */
    void refresh() {
        LocalDateTime at = context.changes().lastSavedProperty().get();
        saved.set(at == null ? context.texts().get("status.all_saved")
            : context.texts().get("status.saved", CLOCK.format(at)));
        deadline.set(deadlineText());
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
