package org.shegong.app.controls.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import org.shegong.app.i18n.Texts;
import org.shegong.db.Station;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Masks;
import org.shegong.db.forms.Shield;
import org.shegong.db.store.RecordData;

/** Values as lists show them: dates with their weekday and without the running year, the rest as everywhere. */
public final class ShortTexts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private final Station station;
    private final Texts texts;
    private final Masks masks;
    private final LocalDate today;

    public ShortTexts(Station station, Texts texts, Masks masks) {
        this.station = station;
        this.texts = texts;
        this.masks = masks;
        this.today = station.today();
    }

    /**
     * The text of a field, masked; empty when it has no value.
     *
     * @param values the record's values
     * @param names names of referenced records by id
     * @param shield how closely the record's person is hidden
     */
    public String text(Field field, Map<String, Object> values, Map<String, String> names, Shield shield) {
        Object value = values.get(field.key());
        if (value instanceof LocalDate date) {
            return masks.over(field, date, date(date), shield);
        }
        if (value instanceof LocalDateTime time) {
            return masks.over(field, time, date(time.toLocalDate()) + " " + CLOCK.format(time), shield);
        }
        if (field.type() == FieldType.MINUTES && value != null) {
            return texts.get("cell.minutes", value);
        }
        String text = station.texts().text(field, values, names, today);
        if (field.type() == FieldType.COMPUTED && !field.unit().isEmpty() && !text.isEmpty()) {
            return texts.get("cell.computed", text, field.unit());
        }
        return masks.over(field, value, text.replace('\n', ' '), shield);
    }

    /** How closely records of one form are hidden, by id; nothing when all is shown plainly. */
    public Map<String, Shield> shields(String form, Collection<RecordData> records) {
        return masks.equals(Masks.NONE) ? Map.of() : station.records().shields(form, records);
    }

    /** Month, day and weekday, with the year in front when it is another one. */
    public String date(LocalDate date) {
        String weekday = texts.get("weekdays").substring(date.getDayOfWeek().getValue() - 1,
            date.getDayOfWeek().getValue());
        String year = date.getYear() == today.getYear() ? "" : date.getYear() + "-";
        return year + DAY.format(date) + (year.isEmpty() ? " " + weekday : "");
    }
}
