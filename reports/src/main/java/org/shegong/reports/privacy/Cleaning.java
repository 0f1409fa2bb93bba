package org.shegong.reports.privacy;

import java.util.List;
import java.util.Set;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;

/** Replaces what a scan finds in the texts of one document and remembers what it was. One thread at a time. */
public final class Cleaning {
    private final PersonalScan scan;
    private final Set<String> kept;
    private final FoundTraces found = new FoundTraces();

    private Cleaning(PersonalScan scan, Set<String> kept) {
        this.scan = scan;
        this.kept = kept;
    }

    /**
     * Replaces what is found.
     *
     * @param kept texts that somebody decided to leave as they are; they are told as found all the same
     */
    public static Cleaning with(PersonalScan scan, Set<String> kept) {
        return new Cleaning(scan, Set.copyOf(kept));
    }

    /** Leaves every text as it is: for documents that stay inside the station. */
    public static Cleaning none() {
        return new Cleaning(null, Set.of());
    }

    /** The text as it may leave. */
    public String clean(String text) {
        if (scan == null || text.isEmpty()) {
            return text;
        }
        List<Trace> traces = scan.traces(text);
        found.note(text, traces);
        return PersonalScan.replaced(text, traces.stream().filter(trace -> !kept.contains(trace.text())).toList());
    }

    /** The text of a field as it may leave; only what people write freely is looked through. */
    public String clean(Field field, String text) {
        boolean free = field.mask().isEmpty()
            && (field.type() == FieldType.TEXT || field.type() == FieldType.LONG_TEXT);
        return free ? clean(text) : text;
    }

    /** What was found so far. */
    public List<FoundTraces.Line> found() {
        return found.lines();
    }
}
