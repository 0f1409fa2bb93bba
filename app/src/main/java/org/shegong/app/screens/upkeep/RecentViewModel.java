package org.shegong.app.screens.upkeep;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.app.AppContext;
import org.shegong.app.controls.trail.StepUndoing;
import org.shegong.app.controls.trail.StepWords;
import org.shegong.app.tasks.Latest;

/** What was done lately, newest first, and the way to take it back or do it again. */
final class RecentViewModel {
    private static final int PAGE = 60;
    private final AppContext context;
    private final Latest latest;
    private final StepUndoing undoing;
    private final ObservableList<StepWords.Line> lines = FXCollections.observableArrayList();
    private final ObservableList<StepWords.Line> linesShown = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper(false);

    RecentViewModel(AppContext context) {
        this.context = context;
        this.latest = new Latest(context.tasks());
        this.undoing = new StepUndoing(context);
    }

    ObservableList<StepWords.Line> lines() {
        return linesShown;
    }

    /** True when there are older steps than those shown. */
    ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /** Reads the newest steps. */
    void load() {
        read("");
    }

    /** Reads older ones. */
    void loadMore() {
        read(lines.get(lines.size() - 1).summary().step().id());
    }

    private void read(String before) {
        latest.start(context.tasks().work(progress -> new StepWords(context)
            .of(context.station().recentSteps().newest(before, PAGE))).onSuccess(read -> show(before, read)));
    }

    private void show(String before, List<StepWords.Line> read) {
        if (before.isEmpty()) {
            lines.setAll(read);
        } else {
            lines.addAll(read);
        }
        more.set(read.size() == PAGE);
    }

    /** Words of the button of a line; empty when nothing can be done with it any more. */
    String buttonKey(StepWords.Line line) {
        if (!line.summary().stands()) {
            return "";
        }
        return line.summary().takesBack() ? "trail.button.redo" : "trail.button.undo";
    }

    /** Takes the step of a line back, or, when it took another one back, does that one again. */
    void reverse(StepWords.Line line) {
        undoing.reverse(line.summary(), this::load);
    }

    void open(StepWords.Line line) {
        if (!line.summary().op().equals("delete") && !context.station().forms().form(line.summary().form()).hidden()) {
            context.navigator().openRecord(line.summary().form(), line.summary().recordId());
        }
    }
}
