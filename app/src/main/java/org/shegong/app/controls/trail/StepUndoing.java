package org.shegong.app.controls.trail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shegong.app.AppContext;
import org.shegong.db.journal.JournalStep;
import org.shegong.db.journal.StepSummary;
import org.shegong.db.store.StepUndo;

/**
 * Takes steps back and does them again, and says in words why not where it cannot. Imports nothing of the window, so it
 * is tested without one. Window thread only.
 */
public final class StepUndoing {
    private static final int LOOKED_AT = 20;
    private final AppContext context;

    public StepUndoing(AppContext context) {
        this.context = context;
    }

    /** What came of it. */
    private record Ended(StepUndo.Outcome outcome, List<StepWords.Line> later, String links) {
    }

    /**
     * Takes a step back; the toast that says so offers to do it again.
     *
     * @param then run when it was taken back
     */
    public void undo(String stepId, Runnable then) {
        undo(stepId, false, then);
    }

    /**
     * Takes a step back, or does it again when it took another one back; asks first where many records hang on it.
     *
     * @param then run when it was done
     */
    public void reverse(StepSummary step, Runnable then) {
        boolean redo = step.takesBack();
        if (StepWords.touchesMany(step)) {
            String which = redo ? "redo" : "undo";
            context.overlays().confirm(context.texts().get("trail.many." + which),
                context.texts().get("trail.many." + which + ".text", step.step().entries()),
                context.texts().get("trail.button." + which), () -> undo(step.step().id(), redo, then));
        } else {
            undo(step.step().id(), redo, then);
        }
    }

    private void undo(String stepId, boolean redo, Runnable then) {
        context.tasks().work(progress -> {
            StepUndo.Outcome outcome = context.station().undo().undo(stepId);
            StepWords words = new StepWords(context);
            context.station().reloadCodes();
            return new Ended(outcome, outcome instanceof StepUndo.Outcome.ChangedSince since
                ? words.of(since.later()) : List.of(),
                outcome instanceof StepUndo.Outcome.Linked linked ? words.links(linked.uses()) : "");
        }).titled(context.texts().get(redo ? "trail.redoing" : "trail.undoing"))
            .onSuccess(ended -> ended(ended, redo, then)).start();
    }

    private void ended(Ended ended, boolean redo, Runnable then) {
        if (ended.outcome() instanceof StepUndo.Outcome.Done done) {
            JournalStep back = done.step();
            context.overlays().toast(context.texts().get(redo ? "trail.redone" : "trail.undone"),
                context.texts().get(redo ? "trail.button.undo" : "trail.button.redo"),
                () -> undo(back.id(), !redo, then));
            context.changes().saved();
            then.run();
        } else {
            explain(ended);
        }
    }

    /** Where records stand in the way, the first of them can be opened. */
    private void explain(Ended ended) {
        if (ended.outcome() instanceof StepUndo.Outcome.ChangedSince since && !since.later().isEmpty()) {
            StepSummary first = since.later().get(0);
            offer(why(ended), first.form(), first.recordId());
        } else if (ended.outcome() instanceof StepUndo.Outcome.Linked linked) {
            offer(why(ended), linked.uses().get(0).form(), linked.uses().get(0).ids().get(0));
        } else {
            context.overlays().toast(why(ended));
        }
    }

    private void offer(String why, String form, String id) {
        context.overlays().confirm(context.texts().get("trail.cannot"), why, context.texts().get("trail.open"),
            () -> context.navigator().openRecord(form, id));
    }

    private String why(Ended ended) {
        if (ended.outcome() instanceof StepUndo.Outcome.ChangedSince) {
            String later = ended.later().stream().map(line -> context.texts().get("trail.later", line.when(),
                line.who(), line.what())).collect(Collectors.joining("\n"));
            return context.texts().get("trail.changed_since", later);
        }
        if (ended.outcome() instanceof StepUndo.Outcome.Linked) {
            return context.texts().get("trail.linked", ended.links());
        }
        return ended.outcome() instanceof StepUndo.Outcome.TooLate late
            ? context.texts().get("trail.too_late", late.days()) : context.texts().get("trail.nothing");
    }

    /** Takes back what this person did last and has not taken back. */
    public void undoLast() {
        String account = context.station().actor().name();
        context.tasks().work(progress -> context.station().recentSteps().newest("", LOOKED_AT).stream()
                .filter(step -> step.stands() && !step.takesBack()
                    && step.step().accountName().equals(account)).findFirst())
            .onSuccess(this::undoFound).start();
    }

    private void undoFound(Optional<StepSummary> last) {
        last.ifPresentOrElse(step -> reverse(step, () -> { }),
            () -> context.overlays().toast(context.texts().get("trail.nothing_of_yours")));
    }
}
