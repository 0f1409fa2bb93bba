package org.shegong.reports;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.shegong.db.Station;
import org.shegong.db.codes.CodeBook;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.Actor;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.StationFile;
import org.shegong.reports.catalogue.MonthlyVersions;

/** A real station in a temporary folder, on 20 November 2026, filled through its store. */
public final class StationFixture implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
    private final Station station;
    private final List<RecordDraft> drafts = new ArrayList<>();

    public StationFixture(Path folder) {
        station = new Station(StationFile.create(folder.resolve("station"), new byte[32]), FormCatalogue.bundled(),
                CodeBook.bundled(), CLOCK, new Actor("a1", "王站长", "d1"));
    }

    public Station station() {
        return station;
    }

    /** Collects a record; {@link #save} writes all collected ones as one step. Texts become what the form's fields hold. */
    public void put(String form, String id, Object... pairs) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                String key = (String) pairs[i];
                values.put(key, typed(station.forms().form(form).field(key).type(), pairs[i + 1]));
            }
        }
        drafts.add(RecordDraft.imported(form, id, null, values));
    }

    private static Object typed(FieldType type, Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        return switch (type) {
            case DATE -> LocalDate.parse(text);
            case DATE_TIME -> LocalDateTime.parse(text);
            case TIME -> LocalTime.parse(text);
            case DECIMAL -> new BigDecimal(text);
            default -> text;
        };
    }

    /** Writes what was collected. */
    public void save() {
        station.saving().importAll("import", "test", List.copyOf(drafts));
        drafts.clear();
    }

    /** Writes one record at once. */
    public void add(String form, String id, Object... pairs) {
        put(form, id, pairs);
        save();
    }

    public <T> T read(Function<DSLContext, T> question) {
        return station.file().read(question);
    }

    /** The station's file as the versions ask it. */
    public MonthlyVersions.Reading reading() {
        return new MonthlyVersions.Reading() {
            @Override
            public <T> T read(Function<DSLContext, T> question) {
                return station.file().read(question);
            }
        };
    }

    @Override
    public void close() {
        station.close();
    }
}
