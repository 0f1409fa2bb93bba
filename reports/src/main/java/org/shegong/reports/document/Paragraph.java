package org.shegong.reports.document;

import java.util.Objects;

/**
 * Running text; line feeds separate paragraphs.
 *
 * @param text      the text, may be empty (then an empty line)
 * @param alignment side of the lines
 * @param bold      true for emphasis
 */
public record Paragraph(String text, Alignment alignment, boolean bold) implements Block {
    public Paragraph {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(alignment, "alignment");
    }

    /** Plain text on the left. */
    public static Paragraph of(String text) {
        return new Paragraph(text, Alignment.LEFT, false);
    }
}
