package org.shegong.reports.document;

import java.util.Objects;

/**
 * A label and its value, printed as “label：value”.
 *
 * @param label may be empty, then only the value is printed
 * @param value empty leaves room to write by hand
 */
public record LabelledText(String label, String value) {
    public LabelledText {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(value, "value");
    }
}
