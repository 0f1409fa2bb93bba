package org.shegong.reports.document;

import java.util.Objects;

/**
 * Warning marks on every page.
 *
 * @param pageHeader printed above the text, for example “内部资料 注意保密”; empty for none
 * @param watermark  printed pale and slanted behind the text (print only), for example who printed it; empty for none
 */
public record Marking(String pageHeader, String watermark) {
    /** No mark. */
    public static final Marking NONE = new Marking("", "");

    public Marking {
        Objects.requireNonNull(pageHeader, "pageHeader");
        Objects.requireNonNull(watermark, "watermark");
    }
}
