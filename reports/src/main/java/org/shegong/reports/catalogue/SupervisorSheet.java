package org.shegong.reports.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.shegong.db.domain.StatMonth;

/**
 * A supervisor's month (form F26), from this station's records.
 *
 * @param station    the station
 * @param period     the month
 * @param supervisor id of the registered supervisor; empty for one known by name only
 * @param name       name as printed
 * @param figures    K01, K02, K03…, K04p, K04, K06 and K06d of this supervisor
 * @param met        whether at least one round was long enough (S4 二(四)3)
 * @param others     names of other stations he is assigned to; their records are not in this file
 * @param rounds     rounds with sessions in the month: name, sessions and stored minutes of the month, whether long enough
 * @param actions    action items due in the month: day, content, day done or empty
 * @param topics     topics as written on the sessions, in order of day
 * @param texts      what the supervisor wrote
 */
public record SupervisorSheet(StationInfo station, StatMonth period, String supervisor, String name,
                              Map<String, BigDecimal> figures, boolean met, List<String> others, List<RoundLine> rounds,
                              List<ActionLine> actions, List<String> topics, Texts texts) {
    /** A round with sessions in the month. */
    public record RoundLine(String name, long sessions, long minutes, long roundMinutes, boolean met) {
    }

    /** An action item due in the month. */
    public record ActionLine(String due, String content, String done) {
    }

    /** What the supervisor wrote; texts may be empty, never null. */
    public record Texts(String topics, String growth, String issues, String advice, String nextPlan) {
        static final Texts NONE = new Texts("", "", "", "", "");
    }
}
