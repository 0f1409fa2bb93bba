package org.shegong.app.controls.trail;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shegong.app.AppContext;
import org.shegong.app.controls.text.RecordNames;
import org.shegong.app.controls.text.ScreenMasks;
import org.shegong.app.controls.text.ShortTexts;
import org.shegong.db.journal.StepSummary;
import org.shegong.db.store.RecordLinks;

/** Puts what was done into words. Reads the file, so not for the window's thread. */
public final class StepWords {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    /** More rows than one record with its lines, sessions and history makes in one save. */
    private static final int MANY = 60;
    private final AppContext context;

    /**
     * A step in words.
     *
     * @param when day and minute at the station
     * @param what done to which record
     */
    public record Line(StepSummary summary, String when, String who, String what, String device) {
    }

    public StepWords(AppContext context) {
        this.context = context;
    }

    /** The same steps in words, in the same order. */
    public List<Line> of(List<StepSummary> steps) {
        Map<String, Set<String>> ids = new HashMap<>();
        steps.forEach(step -> ids.computeIfAbsent(step.form(), form -> new HashSet<>()).add(step.recordId()));
        RecordNames reading = new RecordNames(context.station(), new ShortTexts(context.station(), context.texts(),
            ScreenMasks.of(context.settings())));
        Map<String, String> names = new HashMap<>();
        ids.forEach((form, some) -> names.putAll(reading.names(form, some)));
        List<Line> lines = new ArrayList<>();
        for (StepSummary step : steps) {
            LocalDateTime at = LocalDateTime.ofInstant(Instant.parse(step.step().at()), context.clock().getZone());
            lines.add(new Line(step, MINUTE.format(at), step.step().accountName(),
                what(step, names.getOrDefault(step.recordId(), "")), step.device()));
        }
        return lines;
    }

    /** True for a step nobody should take back by a slip, such as an import. */
    static boolean touchesMany(StepSummary step) {
        return step.step().entries() > MANY;
    }

    private String what(StepSummary step, String name) {
        String action = step.step().action();
        if (action.equals("import")) {
            return context.texts().get("trail.import", step.step().entries());
        }
        if (step.form().equals("setting")) {
            String what = context.texts().get(name.startsWith("differ.") ? "trail.different" : "trail.setting");
            return step.takesBack() ? context.texts().get("trail.undo_of", what) : what;
        }
        String label = context.station().forms().form(step.form()).label();
        String key = switch (action) {
            case "merge", "recycle" -> action;
            case "undo" -> step.takesBack() ? "undo" : "redo";
            default -> step.op();
        };
        boolean several = step.step().entries() > 1 && (action.equals("undo") || action.equals("merge"));
        String more = several || touchesMany(step) ? context.texts().get("trail.more", step.step().entries()) : "";
        return context.texts().get("trail." + key, label, name) + more;
    }

    /** What stands in the way, such as 3 visits and 1 case. */
    public String links(List<RecordLinks.Link> links) {
        Map<String, Set<String>> byForm = new java.util.LinkedHashMap<>();
        links.forEach(link -> byForm.computeIfAbsent(link.form(), form -> new HashSet<>()).addAll(link.ids()));
        return byForm.entrySet().stream().map(entry -> context.texts().get("trail.link",
            context.station().forms().form(entry.getKey()).label(), entry.getValue().size()))
            .collect(Collectors.joining(context.texts().get("trail.join")));
    }
}
