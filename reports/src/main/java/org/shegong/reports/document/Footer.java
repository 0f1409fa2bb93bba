package org.shegong.reports.document;

import java.util.Objects;

/**
 * Foot of every page. The page count stands in the middle and is added by the renderer.
 *
 * @param left  report number, version, correction mark
 * @param right checksum for comparing paper and file, printed by, printed at
 */
public record Footer(String left, String right) {
    /** Page numbers only. */
    public static final Footer NONE = new Footer("", "");

    public Footer {
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(right, "right");
    }
}
