package org.shegong.app.controls.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.shegong.app.i18n.Texts;
import org.shegong.db.Station;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;

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
     */
    public String text(Field field, Map<String, Object> values, Map<String, String> names) {
        Object value = values.get(field.key());
        if (value instanceof LocalDate date) {
            return masks.over(field, date, date(date));
        }
        if (value instanceof LocalDateTime time) {
            return masks.over(field, time, date(time.toLocalDate()) + " " + CLOCK.format(time));
        }
        if (field.type() == FieldType.MINUTES && value != null) {
            return texts.get("cell.minutes", value);
        }
        String text = station.texts().text(field, values, names, today);
        return masks.over(field, value, text.replace('\n', ' '));
    }

    /** Month, day and weekday, with the year in front when it is another one. */
    public String date(LocalDate date) {
        String weekday = texts.get("weekdays").substring(date.getDayOfWeek().getValue() - 1,
            date.getDayOfWeek().getValue());
        String year = date.getYear() == today.getYear() ? "" : date.getYear() + "-";
        return year + DAY.format(date) + (year.isEmpty() ? " " + weekday : "");
    }
}
