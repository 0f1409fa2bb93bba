package org.shegong.reports.render;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What was written.
 *
 * @param path              the file
 * @param missingCharacters characters that no font has and that are printed as a visible mark, in order of appearance;
 *                          always empty for workbooks
 * @param pages             printed pages; worksheets for a workbook
 */
public record RenderResult(Path path, Set<String> missingCharacters, int pages) {
    public RenderResult {
        missingCharacters = Collections.unmodifiableSet(new LinkedHashSet<>(missingCharacters));
    }
}
