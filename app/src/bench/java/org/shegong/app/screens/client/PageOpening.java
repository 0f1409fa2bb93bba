package org.shegong.app.screens.client;

import java.util.List;
import org.shegong.app.AppContext;
import org.shegong.app.controls.page.RecordFacts;
import org.shegong.db.forms.Masks;
import org.shegong.db.store.Consents;

/** What a client's page reads, without the page. */
public final class PageOpening {
    private PageOpening() {
    }

    /** Facts, time line and consent. */
    public static List<Object> read(AppContext context, String clientId) {
        return List.of(RecordFacts.read(context, Masks.ALL, "client", clientId, ClientPage.FACTS),
            new TimelineReading(context, Masks.ALL).of(clientId),
            new Consents(context.station()).withdrawn(List.of(clientId)));
    }
}
