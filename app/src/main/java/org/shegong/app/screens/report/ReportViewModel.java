package org.shegong.app.screens.report;

import java.time.YearMonth;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.shegong.app.AppContext;
import org.shegong.app.tasks.Latest;
import org.shegong.db.domain.MonthRule;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.catalogue.Finalising;

/** The month in front and its report, read beside the window. Window thread only. */
public final class ReportViewModel {
    /** Until this day of a month the report in hand is that of the month before. */
    private static final int LAST_REPORTING_DAY = 10;
    private final AppContext context;
    private final ReportReading reading;
    private final Latest loading;
    private final ObjectProperty<StatMonth> month = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<ReportState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Throwable> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final BooleanProperty present = new SimpleBooleanProperty();

    public ReportViewModel(AppContext context) {
        this.context = context;
        this.reading = new ReportReading(context.station());
        this.loading = new Latest(context.tasks());
        month.set(new StatMonth(firstMonth(), MonthRule.CALENDAR));
        month.addListener((property, before, now) -> {
            present.set(false);
            if (!now.month().equals(before.month())) {
                state.set(null);
            }
            load();
        });
        present.addListener((property, before, now) -> {
            if (state.get() != null) {
                load();
            }
        });
    }

    private YearMonth firstMonth() {
        YearMonth current = YearMonth.from(context.today());
        return context.today().getDayOfMonth() <= LAST_REPORTING_DAY ? current.minusMonths(1) : current;
    }

    /** Reads the month again; what is shown stays until the new figures are there. */
    public void load() {
        StatMonth wanted = month.get();
        boolean now = present.get();
        busy.set(true);
        loading.start(context.tasks().work(progress -> {
            StatMonth counted = new StatMonth(wanted.month(), reading.rule());
            return reading.state(counted, now);
        }).onSuccess(read -> {
            failure.set(null);
            state.set(read);
            busy.set(false);
        }).onError(problem -> {
            failure.set(problem);
            busy.set(false);
        }));
    }

    /** Goes some months on or, with a negative number, back; never beyond the running month. */
    public void move(int months) {
        YearMonth target = month.get().month().plusMonths(months);
        if (!target.isAfter(YearMonth.from(context.today()).plusMonths(1))) {
            month.set(new StatMonth(target, month.get().rule()));
        }
    }

    /** Locks the month. The listener hears how it ended; the report is read again. */
    public void finalise(Consumer<Finalising> ended) {
        StatMonth wanted = state.get().shown().period();
        context.tasks().work(progress -> reading.finalise(wanted))
            .titled(context.texts().get("report.finalise.running"))
            .onSuccess(outcome -> {
                if (outcome instanceof Finalising.Locked) {
                    context.changes().saved();
                    present.set(false);
                }
                load();
                ended.accept(outcome);
            }).start();
    }

    ReportReading reading() {
        return reading;
    }

    /** The month in front; setting it reads its report. */
    public ObjectProperty<StatMonth> monthProperty() {
        return month;
    }

    /** What was read; null until the first reading has ended. */
    public ReadOnlyObjectProperty<ReportState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why the last reading failed; null when it did not. */
    public ReadOnlyObjectProperty<Throwable> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** True while figures are being read. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** True to see the present figures of a month that is locked. */
    public BooleanProperty presentProperty() {
        return present;
    }
}
