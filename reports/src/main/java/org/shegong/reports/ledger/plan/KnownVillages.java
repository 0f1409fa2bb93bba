package org.shegong.reports.ledger.plan;

import org.shegong.db.Station;
import org.shegong.db.store.ListQuery;
import org.shegong.reports.ledger.read.Grid;
import org.shegong.reports.ledger.read.GridRow;
import org.shegong.reports.ledger.recognise.LedgerWords;
import org.shegong.reports.ledger.recognise.SheetMapping;

/** The villages that the register will have before services are read: the station's and those of this import's rosters. */
public final class KnownVillages {

    private final Villages villages;

    /** The station's villages. */
    public KnownVillages(Station station, LedgerWords words) {
        this.villages = new Villages(words);
        station.records().list(ListQuery.all("village"))
                .forEach(village -> villages.put(village.id(), village.text("name")));
    }

    /** Adds the villages of a roster of villages or clients, which makes those that are missing; no other sheet does. */
    public void add(Grid grid, SheetMapping mapping) {
        Integer column = switch (mapping.kind()) {
            case VILLAGES -> mapping.columns().get("name");
            case CLIENTS -> mapping.columns().get("village");
            default -> null;
        };
        if (column == null) {
            return;
        }
        for (GridRow row : grid.rows()) {
            String name = row.cell(column).text();
            if (row.number() > mapping.lastRow() && !name.isBlank()) {
                villages.put(name, name);
            }
        }
    }

    /** Whether a text means one of these villages, or may mean several. */
    public boolean has(String text) {
        return !villages.meant(text).isEmpty();
    }
}
