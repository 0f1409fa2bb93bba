package org.shegong.db.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.Actor;
import org.shegong.db.journal.Journal;
import org.shegong.db.journal.JournalStep;
import org.shegong.db.journal.RecentSteps;
import org.shegong.db.journal.StepSummary;
import org.shegong.db.journal.UndoOutcome;

/**
 * Takes back what somebody did, or does again what was taken back, and says why it cannot when it cannot. A merge of
 * two files can be taken back for thirty days (validation rules, section 11).
 */
public final class StepUndo {
    private static final Duration MERGE_STAYS_OPEN = Duration.ofDays(30);
    private final StationFile file;
    private final FormCatalogue forms;
    private final Journal journal;
    private final RecentSteps steps;
    private final Actor actor;
    private final Clock clock;

    public StepUndo(StationFile file, FormCatalogue forms, Journal journal, RecentSteps steps, Actor actor,
                    Clock clock) {
        this.file = file;
        this.forms = forms;
        this.journal = journal;
        this.steps = steps;
        this.actor = actor;
        this.clock = clock;
    }

    /** How it ended; except for the first, nothing was written. */
    public sealed interface Outcome {
        /** Taken back by a step that can itself be taken back. */
        record Done(JournalStep step) implements Outcome {
        }

        /** These later steps changed the same records and must be taken back first, the newest first. */
        record ChangedSince(List<StepSummary> later) implements Outcome {
        }

        /** Records that the step made are named by others now. */
        record Linked(List<RecordLinks.Link> uses) implements Outcome {
        }

        /** The merge is too old. */
        record TooLate(int days) implements Outcome {
        }

        /** It has been taken back already. */
        record Nothing() implements Outcome {
        }
    }

    /**
     * Takes back a step; taking back an undoing does the step again. A step that was taken back and done again is
     * taken back by its doing again.
     */
    public Outcome undo(String stepId) {
        StepSummary first = steps.of(stepId).orElse(null);
        if (first != null && isTooOld(first)) {
            return new Outcome.TooLate((int) MERGE_STAYS_OPEN.toDays());
        }
        StepSummary standing = first == null ? null : standing(first);
        return standing == null ? new Outcome.Nothing() : takeBack(standing);
    }

    private StepSummary standing(StepSummary first) {
        StepSummary step = first;
        while (step != null && !step.stands()) {
            StepSummary back = steps.of(step.step().undoneBy()).orElse(null);
            step = back == null || back.stands() ? null : steps.of(back.step().undoneBy()).orElse(null);
        }
        return step;
    }

    /** Doing a merge again begins no new thirty days. */
    private boolean isTooOld(StepSummary step) {
        StepSummary origin = step;
        while (!origin.undoes().isEmpty()) {
            StepSummary before = steps.of(origin.undoes()).orElse(null);
            if (before == null) {
                break;
            }
            origin = before;
        }
        return origin.step().action().equals("merge")
            && Instant.parse(origin.step().at()).plus(MERGE_STAYS_OPEN).isBefore(clock.instant());
    }

    private Outcome takeBack(StepSummary step) {
        String stepId = step.step().id();
        List<RecordLinks.Link> uses = file.read(db -> RecordLinks.outsideStep(db, forms, stepId));
        if (!uses.isEmpty()) {
            return new Outcome.Linked(uses);
        }
        UndoOutcome outcome = journal.undo(actor, stepId, step.step().label());
        if (outcome instanceof UndoOutcome.Undone undone) {
            return new Outcome.Done(undone.step());
        }
        return outcome instanceof UndoOutcome.ChangedSince ? new Outcome.ChangedSince(steps.standingAfter(stepId))
            : new Outcome.Nothing();
    }
}
