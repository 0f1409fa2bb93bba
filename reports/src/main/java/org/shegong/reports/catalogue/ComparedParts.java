package org.shegong.reports.catalogue;

import java.util.Map;

/**
 * What the parts of split figures are compared with (04 §3). A split that does not apply is missing: stocks have no year,
 * and a month whose total was typed in from paper has no parts.
 *
 * @param previous the month before, as it was reported if it was: row code, dimension, value
 * @param year     the year so far, persons told apart over the whole year
 */
record ComparedParts(Map<String, Map<String, Map<String, Long>>> previous,
                     Map<String, Map<String, Map<String, Long>>> year) {
    /** Nothing known, as in versions locked before parts were compared. */
    static final ComparedParts NONE = new ComparedParts(Map.of(), Map.of());
}
