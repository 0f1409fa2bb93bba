package org.shegong.reports.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what a scan finds while a document is made, one line for each different text. One thread at a time. */
public final class FoundTraces {
    private static final int AROUND = 12;
    private static final int MOST = 300;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /**
     * A text that was found, once for however many times.
     *
     * @param trace where it was found first
     * @param before some text in front of it
     * @param after some text behind it
     * @param times how often it was found
     */
    public record Line(Trace trace, String before, String after, int times) {
    }

    /** Notes what was found in a text. */
    public void note(String text, List<Trace> traces) {
        for (Trace trace : traces) {
            Line known = lines.get(trace.text());
            if (known != null) {
                lines.put(trace.text(), new Line(known.trace(), known.before(), known.after(), known.times() + 1));
            } else if (lines.size() < MOST) {
                lines.put(trace.text(), new Line(trace, around(text, trace.start() - AROUND, trace.start()),
                    around(text, trace.end(), trace.end() + AROUND), 1));
            }
        }
    }

    private static String around(String text, int from, int to) {
        int start = Math.max(0, from);
        int end = Math.min(text.length(), to);
        return text.substring(start, end).replaceAll("\\s+", " ");
    }

    /** One line for each different text, in the order found; at most some hundred. */
    public List<Line> lines() {
        return List.copyOf(lines.values());
    }

    /** Looks through several texts. */
    public static List<Line> in(PersonalScan scan, Collection<String> texts) {
        FoundTraces found = new FoundTraces();
        texts.forEach(text -> found.note(text, scan.traces(text)));
        return new ArrayList<>(found.lines());
    }
}
