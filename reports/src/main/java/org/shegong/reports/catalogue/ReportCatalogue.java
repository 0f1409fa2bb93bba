package org.shegong.reports.catalogue;

import java.util.List;
import org.shegong.reports.FigureTexts;

/** The reports of a month, as menus offer them. A new report is one class beside this one and one line here. */
public final class ReportCatalogue {
    private ReportCatalogue() {
    }

    /**
     * A report.
     *
     * @param key   name used by the program
     * @param title name for people
     */
    public record Entry(String key, String title) {
    }

    /** All reports in the order of the menu. */
    public static List<Entry> all() {
        return List.of("monthly", "supervisor").stream()
                .map(key -> new Entry(key, FigureTexts.text("catalogue." + key))).toList();
    }
}
