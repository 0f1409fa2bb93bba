package org.shegong.app.controls.list;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shegong.app.i18n.Texts;
import org.shegong.db.Station;
import org.shegong.db.forms.Form;
import org.shegong.db.store.Page;
import org.shegong.db.store.RecordData;

/** The records behind a figure: ids that somebody else found, in his order. Search and filters do not narrow it. */
public final class FixedList implements ListSource {
    private final Station station;
    private final Texts texts;
    private final Form form;
    private final List<String> ids;

    public FixedList(Station station, Texts texts, String form, List<String> ids) {
        this.station = station;
        this.texts = texts;
        this.form = station.forms().form(form);
        this.ids = List.copyOf(ids);
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public boolean monthly() {
        return false;
    }

    @Override
    public Stretch first(ListQuestion question, int size) {
        return stretch(question, 0, Math.min(size, ids.size()));
    }

    @Override
    public Stretch more(ListQuestion question, Stretch from) {
        int start = ids.indexOf(from.next().id());
        return stretch(question, start, Math.min(start + PAGE, ids.size()));
    }

    private Stretch stretch(ListQuestion question, int from, int to) {
        List<String> some = ids.subList(from, to);
        Map<String, RecordData> records = station.records().findAll(form.key(), some);
        RowReading reading = new RowReading(station, texts, form, question.columns(), question.masks());
        List<RecordRow> rows = reading.rows(some.stream().map(records::get).filter(Objects::nonNull).toList());
        return new Stretch(rows, to < ids.size() ? new Page.Key(null, ids.get(to)) : null);
    }

    @Override
    public String summary(ListQuestion question) {
        return texts.get("list.count", ids.size());
    }

    @Override
    public List<String> ids(ListQuestion question) {
        return ids;
    }
}
