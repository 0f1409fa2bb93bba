package org.shegong.app.controls.form;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.shegong.app.controls.form.model.Background;
import org.shegong.app.controls.form.model.FormDesk;
import org.shegong.app.controls.form.model.FormOpening;
import org.shegong.app.controls.form.model.FormTexts;
import org.shegong.app.controls.form.model.FormViewModel;
import org.shegong.db.Station;
import org.shegong.db.codes.CodeBook;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.Actor;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.SaveResult;
import org.shegong.db.store.StationFile;

/** A real station in a temporary folder on 20 November 2026 with a few invented people, and forms on it. */
final class FormStation implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    final Station station;
    final FormDesk desk;
    final String village;
    final String worker;

    FormStation(Path folder, Background background) {
        CodeBook codes = CodeBook.bundled();
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T08:00:00Z"), ZoneId.of("Asia/Shanghai"));
        station = new Station(StationFile.create(folder, new byte[32]), FormCatalogue.bundled(), codes, clock,
            new Actor("a1", "王社工", "d1"));
        desk = FormDesk.of(station, background, FormTexts.bundled());
        village = keep("village", "name", "白沙村");
        worker = keep("worker", "name", "王社工", "on_from", LocalDate.of(2025, 1, 1));
    }

    /** Everything at once, on the calling thread. */
    static FormStation direct(Path folder) {
        return new FormStation(folder, new Direct());
    }

    String client(String name, String idNo, String birth) {
        return keep("client", "name", name, "id_type", "01", "id_no", idNo, "sex", "2", "birth",
            LocalDate.parse(birth), "village_id", village, "primary_cat", "C301", "filed_date",
            LocalDate.of(2025, 3, 1), "file_state", "1", "household_id", keep("household", "head_name", name));
    }

    /** Keeps a record as ledgers are kept, with no regard to its form's rules; gives its id. */
    String keep(String form, Object... keysAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        String id = station.newId();
        station.saving().importAll("import", "test", List.of(RecordDraft.imported(form, id, id, values)));
        return id;
    }

    String typedDraft(String form, Map<String, Object> values) {
        SaveResult result = station.saving().save(RecordDraft.entered(form, station.newId(), RecordStatus.DRAFT,
            values));
        return ((SaveResult.Saved) result).record().id();
    }

    FormViewModel newForm(String form, Map<String, Object> given) {
        AtomicReference<FormViewModel> opened = new AtomicReference<>();
        new FormOpening(desk).create(form, given, opened::set, FormStation::fail);
        return opened.get();
    }

    FormViewModel open(String form, String id) {
        AtomicReference<FormViewModel> opened = new AtomicReference<>();
        new FormOpening(desk).existing(form, id, opened::set, FormStation::fail);
        return opened.get();
    }

    static void fail(Exception failure) {
        throw new IllegalStateException(failure);
    }

    @Override
    public void close() {
        station.close();
    }

    private static final class Direct implements Background {
        @Override
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            T answer;
            try {
                answer = work.call();
            } catch (Exception e) {
                failed.accept(e);
                return;
            }
            done.accept(answer);
        }

        @Override
        public Runnable after(Duration quiet, Runnable then) {
            then.run();
            return () -> { };
        }
    }
}
