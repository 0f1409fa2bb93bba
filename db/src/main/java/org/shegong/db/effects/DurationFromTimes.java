package org.shegong.db.effects;

import java.time.Duration;
import java.time.LocalTime;
import org.shegong.db.store.SaveContext;
import org.shegong.db.store.SaveEffect;

/** The duration of a service follows from its start and end; one that ends after midnight belongs to its first day. */
final class DurationFromTimes implements SaveEffect {
    private static final long DAY_MINUTES = Duration.ofDays(1).toMinutes();

    @Override
    public void apply(SaveContext context) {
        boolean timed = context.form().find("minutes").isPresent() && context.form().find("start_time").isPresent()
            && context.form().find("end_time").isPresent();
        if (!timed || !(context.values().get("start_time") instanceof LocalTime start)
            || !(context.values().get("end_time") instanceof LocalTime end)) {
            return;
        }
        boolean typed = context.values().get("minutes") != null && context.changed("minutes");
        boolean moved = context.changed("start_time") || context.changed("end_time");
        if (typed || !moved && context.values().get("minutes") != null) {
            return;
        }
        long minutes = Duration.between(start, end).toMinutes();
        long pause = context.values().get("break_minutes") instanceof Long rest ? rest : 0;
        context.values().put("minutes", (minutes < 0 ? minutes + DAY_MINUTES : minutes) - pause);
    }
}
