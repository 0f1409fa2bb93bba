package org.shegong.app.session;

import org.shegong.db.Station;
import org.shegong.db.store.ListQuery;

/** What an open station is called. */
public final class StationName {
    private StationName() {
    }

    /** Name from the station's own record; empty when it has none. */
    public static String of(Station station) {
        return station.records().findAll("station", station.records().ids(ListQuery.all("station"))).values().stream()
            .findFirst().map(record -> record.text("name")).orElse("");
    }
}
