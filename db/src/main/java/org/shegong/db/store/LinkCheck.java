package org.shegong.db.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormCatalogue;

/** Looks for lists, words and files of records that are not there, which the database's own references do not cover. */
public final class LinkCheck {
    private LinkCheck() {
    }

    /**
     * Rows that lead nowhere.
     *
     * @param table record_ref, record_code, search_token, or attachment, whose record may be still unsaved
     * @param count how many
     */
    public record Loose(String table, long count) {
    }

    /** Tables with such rows; empty when every row leads to a record. */
    public static List<Loose> loose(StationFile file, FormCatalogue forms) {
        return file.read(db -> {
            String records = forms.all().stream().map(Form::table).distinct()
                .map(table -> "SELECT id FROM \"" + table + "\"").collect(Collectors.joining(" UNION ALL "));
            List<Loose> loose = new ArrayList<>();
            add(loose, "record_ref", count(db, "record_ref", "owner_id", records)
                + count(db, "record_ref", "target_id", records));
            add(loose, "record_code", count(db, "record_code", "owner_id", records));
            add(loose, "search_token", count(db, "search_token", "record_id", records));
            add(loose, "attachment", count(db, "attachment", "owner_id", records));
            return List.copyOf(loose);
        });
    }

    private static long count(DSLContext db, String table, String column, String records) {
        Long count = db.resultQuery("SELECT COUNT(*) FROM (SELECT " + column + " FROM " + table + " EXCEPT "
            + "SELECT id FROM (" + records + "))").fetchOne(0, Long.class);
        return count == null ? 0 : count;
    }

    private static void add(List<Loose> loose, String table, long count) {
        if (count > 0) {
            loose.add(new Loose(table, count));
        }
    }
}
