package org.shegong.app.controls.list;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.shegong.app.i18n.Texts;
import org.shegong.db.Station;
import org.shegong.db.domain.MonthRule;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.Form;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.Page;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordStatus;

/** Lines straight from the file, page by page. */
public final class StoredList implements ListSource {
    private static final String SERVICE_DATE = "date";
    private static final String VISIT = "visit";
    private static final String RESULT = "result";
    private static final Set<String> NOT_MET = Set.of("4", "5", "6", "7");
    private final Station station;
    private final Texts texts;
    private final Form form;
    private final ListQuery base;

    /** @param base what holds for every line, such as the case a list of sessions belongs to */
    public StoredList(Station station, Texts texts, ListQuery base) {
        this.station = station;
        this.texts = texts;
        this.form = station.forms().form(base.form());
        this.base = base;
    }

    /** Every record of a form. */
    public static StoredList of(Station station, Texts texts, String form) {
        return new StoredList(station, texts, ListQuery.all(form));
    }

    @Override
    public Form form() {
        return form;
    }

    /** Services carry the day on which they were given; registers and files do not. */
    @Override
    public boolean monthly() {
        return form.dateField().equals(SERVICE_DATE) && base.filters().isEmpty();
    }

    private ListQuery query(ListQuestion question) {
        ListQuery query = base.withSearch(question.search());
        for (Map.Entry<String, Set<String>> filter : question.filters().entrySet()) {
            query = query.withFilter(filter.getKey(), filter.getValue());
        }
        if (question.month() != null) {
            MonthRule rule = monthRule();
            query = query.between(rule.first(question.month()), rule.last(question.month()));
        }
        if (question.draftsOnly()) {
            query = query.withStatus(RecordStatus.DRAFT);
        }
        query = question.sort().field().isEmpty() ? query
            : query.sortedBy(question.sort().field(), question.sort().descending());
        return question.recycled() ? query.inRecycleBin() : query;
    }

    private MonthRule monthRule() {
        List<RecordData> stations = station.records().list(ListQuery.all("station"));
        return stations.isEmpty() ? MonthRule.CALENDAR : MonthRule.parse(stations.get(0).text("month_rule"));
    }

    @Override
    public Stretch first(ListQuestion question, int size) {
        Page page = station.records().page(query(question), null, size, fields(question));
        return new Stretch(reading(question).rows(page.records()), page.next());
    }

    @Override
    public Stretch more(ListQuestion question, Stretch from) {
        Page page = station.records().page(query(question), from.next(), PAGE, fields(question));
        return new Stretch(reading(question).rows(page.records()), page.next());
    }

    @Override
    public List<String> ids(ListQuestion question) {
        return station.records().ids(query(question));
    }

    private static Predicate<String> fields(ListQuestion question) {
        return question.columns().stream().map(Field::key).collect(Collectors.toSet())::contains;
    }

    private RowReading reading(ListQuestion question) {
        return new RowReading(station, texts, form, question.columns(), question.masks());
    }

    @Override
    public String summary(ListQuestion question) {
        ListQuery query = query(question);
        StringBuilder text = new StringBuilder(texts.get("list.count", station.records().count(query)));
        if (form.key().equals(VISIT)) {
            Set<String> notMet = new HashSet<>(query.filters().getOrDefault(RESULT, NOT_MET));
            notMet.retainAll(NOT_MET);
            add(text, "list.not_met", notMet.isEmpty() ? 0
                : station.records().count(query.withFilter(RESULT, notMet)));
        }
        if (query.status() == null && !query.recycled()) {
            add(text, "list.drafts", station.records().count(query.withStatus(RecordStatus.DRAFT)));
        }
        return text.toString();
    }

    private void add(StringBuilder text, String key, long count) {
        if (count > 0) {
            text.append(texts.get(key, count));
        }
    }
}
