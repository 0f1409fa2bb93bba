package org.shegong.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shegong.app.shell.DeskStart;
import org.shegong.db.Station;

/** The month-end of the demonstration station on a machine without a display. */
final class DemoMonthEnd {
    private static final System.Logger LOG = System.getLogger(DemoMonthEnd.class.getName());
    private final Surroundings surroundings;
    private final CommandTexts texts;

    DemoMonthEnd(Surroundings surroundings, CommandTexts texts) {
        this.surroundings = surroundings;
        this.texts = texts;
    }

    /** Writes the report of this month and a picture of the window; closes the session. */
    Answer run(DeskStart start) throws IOException {
        Path out = start.folder().resolve(texts.text("demo.folder"));
        Station station = start.opened().orElseThrow().station();
        MonthlyFiles reports = new MonthlyFiles(station);
        MonthlyFiles.Written written = reports.write(reports.month(YearMonth.from(station.today())), out,
            EnumSet.allOf(MonthlyFiles.Format.class));
        List<String> messages = new ArrayList<>(List.of(texts.text("demo.no_display")));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("data", start.folder().toString());
        json.put("files", written.files().stream().map(Path::toString).toList());
        written.files().forEach(file -> messages.add(texts.text("demo.file", file)));
        Path picture = out.resolve(texts.text("demo.picture"));
        boolean taken = picture(start, picture);
        json.put("picture", taken ? picture.toString() : null);
        messages.add(taken ? texts.text("demo.file", picture) : texts.text("demo.no_picture"));
        return new Answer(ExitCode.DONE, json, messages);
    }

    private boolean picture(DeskStart start, Path target) {
        try {
            surroundings.desk().picture(start, target);
            return true;
        } catch (Exception | LinkageError e) {
            LOG.log(System.Logger.Level.WARNING, "picture of the window", e);
            return false;
        }
    }
}
