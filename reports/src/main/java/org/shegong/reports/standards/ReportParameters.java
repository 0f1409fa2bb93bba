package org.shegong.reports.standards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The thresholds of one profile. Immutable. */
public final class ReportParameters {
    private static final String RESOURCE = "report-parameters.yaml";

    private final String id;
    private final Map<String, Threshold> thresholds;

    private ReportParameters(String id, Map<String, Threshold> thresholds) {
        this.id = id;
        this.thresholds = Collections.unmodifiableMap(thresholds);
    }

    /** The bundled profile. */
    public static ReportParameters bundled() {
        try (InputStream in = ReportParameters.class.getResourceAsStream(RESOURCE)) {
            return read(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE, unreadable);
        }
    }

    static ReportParameters read(InputStream in) {
        Map<?, ?> root = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
        Map<String, Threshold> thresholds = new LinkedHashMap<>();
        ((Map<?, ?>) root.get("parameters")).forEach((key, entry) -> {
            Map<?, ?> map = (Map<?, ?>) entry;
            thresholds.put(key.toString(), new Threshold(key.toString(), (Integer) map.get("value"),
                    map.get("unit").toString(), map.get("document").toString(), map.get("clause").toString(),
                    map.get("quote").toString(), !Boolean.FALSE.equals(map.get("verified"))));
        });
        return new ReportParameters(root.get("id").toString(), thresholds);
    }

    /** The same profile with another value, for a county that sets its own. */
    public ReportParameters with(String key, int value) {
        Threshold old = threshold(key);
        Map<String, Threshold> changed = new LinkedHashMap<>(thresholds);
        changed.put(key, new Threshold(key, value, old.unit(), old.document(), old.clause(), old.quote(), old.verified()));
        return new ReportParameters(id, changed);
    }

    /** Identifies the profile in locked reports. */
    public String id() {
        return id;
    }

    /** A threshold with its source; an unknown key is an {@link IllegalArgumentException}. */
    public Threshold threshold(String key) {
        Threshold threshold = thresholds.get(key);
        if (threshold == null) {
            throw new IllegalArgumentException("no such threshold: " + key);
        }
        return threshold;
    }

    /** All thresholds in the order of the file. */
    public Map<String, Threshold> all() {
        return thresholds;
    }

    private int value(String key) {
        return threshold(key).value();
    }

    /** Minutes a supervision round needs to count, inclusive (K01). */
    public int roundMinutes() {
        return value("round-minutes");
    }

    /** Months a worker without a certificate has to obtain one (A04). */
    public int certificateMonths() {
        return value("certificate-months");
    }

    /** Actors an activity needs to count as joint (E06). */
    public int linkedActors() {
        return value("linked-actors");
    }

    /** Change against the month before, in percent either way, beyond which an explanation is required. */
    public int explainPercent() {
        return value("explain-percent");
    }

    /** Service minutes a worker can plausibly give on one working day (X14). */
    public int workdayMinutes() {
        return value("workday-minutes");
    }

    /** Training minutes a worker needs in a calendar year (L04). */
    public int trainingMinutes() {
        return value("training-minutes");
    }

    /** Training minutes an assistant social worker needs in three years (L05). */
    public long termMinutesAssistant() {
        return (long) value("term-credits-assistant") * value("credit-minutes");
    }

    /** Training minutes a social worker needs in three years (L05). */
    public long termMinutesFull() {
        return (long) value("term-credits-full") * value("credit-minutes");
    }
}
