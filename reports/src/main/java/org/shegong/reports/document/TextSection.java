package org.shegong.reports.document;

import java.util.Objects;

/**
 * A headed text section, such as the five text columns of the monthly report.
 *
 * @param heading    printed bold, kept with the first line
 * @param body       text; line feeds separate paragraphs, each indented by two characters
 * @param blankLines ruled lines printed for handwriting when the body is empty; 0 for none
 */
public record TextSection(String heading, String body, int blankLines) implements Block {
    public TextSection {
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(body, "body");
    }
}
