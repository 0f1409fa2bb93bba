package org.shegong.reports.catalogue;

import java.math.BigDecimal;

/**
 * A figure that a later version of a report changed.
 *
 * @param row    row code
 * @param before figure of the version before; null if it did not apply
 * @param after  figure now; null if it does not apply
 */
public record Difference(String row, BigDecimal before, BigDecimal after) {
}
