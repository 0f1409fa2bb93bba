package org.shegong.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.shegong.app.i18n.Texts;
import org.shegong.app.settings.Settings;
import org.shegong.app.tasks.Tasks;
import org.shegong.db.Station;

/** A context without a window: everything happens at once, and ways to other screens are noted. */
public final class TestContext {
    private TestContext() {
    }

    public static AppContext of(Station station, Path folder, List<String> ways) {
        return new AppContext(station, Tasks.direct(), Texts.bundled(), new Settings(folder.resolve("desk.properties")),
            station.clock(), new Changes(station.clock()), new Noted(ways), null, null);
    }

    private record Noted(List<String> ways) implements Navigator {
        @Override
        public void open(String screen) {
            ways.add(screen);
        }

        @Override
        public void openRecord(String form, String id) {
            ways.add(form + " " + id);
        }

        @Override
        public void resume(String form, String id) {
            ways.add("resume " + form + " " + id);
        }

        @Override
        public void newRecord(String form, Map<String, Object> prefilled) {
            ways.add("new " + form);
        }

        @Override
        public void openRecords(String title, Map<String, List<String>> idsByForm) {
            idsByForm.forEach((form, ids) -> ways.add(title + ": " + form + " " + ids.size()));
        }

        @Override
        public void back() {
            ways.add("back");
        }
    }
}
