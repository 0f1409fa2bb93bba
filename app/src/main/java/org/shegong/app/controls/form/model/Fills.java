package org.shegong.app.controls.form.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shegong.db.Station;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.store.RecordData;

/** What a new record begins with, as its form says. Reads the file, so not for the thread of the window. */
final class Fills {
    private final Station station;
    private final Form form;
    private Optional<RecordData> last = Optional.empty();
    private Optional<String> me = Optional.empty();

    Fills(Station station, Form form) {
        this.station = station;
        this.form = form;
    }

    /** Filled fields by key. */
    Map<String, Object> values() {
        if (uses("last")) {
            last = station.hints().lastTyped(form.key(), station.actor().name());
        }
        if (uses("me")) {
            me = station.hints().workerOf(station.actor());
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            Object value = value(field);
            if (value != null) {
                values.put(field.key(), value);
            }
        }
        return values;
    }

    private boolean uses(String fill) {
        return form.fields().stream().anyMatch(field -> field.fill().equals(fill));
    }

    private Object value(Field field) {
        String fill = field.fill();
        int colon = fill.indexOf(':');
        String rest = colon < 0 ? "" : fill.substring(colon + 1);
        return switch (colon < 0 ? fill : fill.substring(0, colon)) {
            case "today" -> field.type() == FieldType.DATE_TIME ? now() : station.today();
            case "now" -> clock(field);
            case "me" -> me.<Object>map(id -> field.type().isMany() ? List.of(id) : id).orElse(null);
            case "last" -> last.map(record -> record.values().get(field.key())).orElse(null);
            case "code" -> field.type().isMany() ? List.of(rest.split("[|;]")) : rest;
            case "text" -> rest;
            case "number" -> number(field, rest);
            case "yes" -> true;
            case "no" -> false;
            default -> null;
        };
    }

    private static Object number(Field field, String text) {
        return switch (field.type()) {
            case MONEY -> new BigDecimal(text).movePointRight(2).longValueExact();
            case DECIMAL -> new BigDecimal(text);
            default -> Long.valueOf(text);
        };
    }

    private LocalDateTime now() {
        return LocalDateTime.now(station.clock()).truncatedTo(ChronoUnit.MINUTES);
    }

    private Object clock(Field field) {
        LocalDate today = station.today();
        return switch (field.type()) {
            case TIME -> now().toLocalTime();
            case DATE -> today;
            default -> now();
        };
    }
}
