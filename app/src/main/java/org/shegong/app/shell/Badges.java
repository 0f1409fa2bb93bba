package org.shegong.app.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.shegong.app.AppContext;
import org.shegong.app.tasks.Latest;
import org.shegong.db.forms.Form;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordStatus;

/** Numbers beside the navigation: drafts that wait to be finished. */
final class Badges {
    private static final int MOST = 99;
    private final AppContext context;
    private final List<ScreenEntry> entries;
    private final Map<String, ReadOnlyStringWrapper> texts = new HashMap<>();
    private final Latest latest;

    Badges(AppContext context, List<ScreenEntry> entries) {
        this.context = context;
        this.entries = entries;
        this.latest = new Latest(context.tasks());
        entries.forEach(entry -> texts.put(entry.key(), new ReadOnlyStringWrapper("")));
    }

    /** Empty when nothing waits. */
    ReadOnlyStringProperty text(String screen) {
        return texts.get(screen).getReadOnlyProperty();
    }

    /** Counts again, beside the window. */
    void refresh() {
        latest.start(context.tasks().work(progress -> counts()).onSuccess(this::show));
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        for (ScreenEntry entry : entries) {
            long drafts = entry.forms().stream().map(context.station().forms()::form).map(Form::key)
                .mapToLong(form -> context.station().records()
                    .count(ListQuery.all(form).withStatus(RecordStatus.DRAFT))).sum();
            counts.put(entry.key(), drafts);
        }
        return counts;
    }

    private void show(Map<String, Long> counts) {
        counts.forEach((key, count) -> texts.get(key)
            .set(count == 0 ? "" : count > MOST ? MOST + "+" : String.valueOf(count)));
    }
}
