package org.shegong.reports.document;

import java.util.List;
import java.util.Objects;

/**
 * The block between title and table of a statistical form (表号区).
 *
 * @param left   lower left: reporting unit and the like, one per line
 * @param centre lower centre: the period; empty for none
 * @param right  right: table number, issuing body, document number, valid until, unit of measure, one per line
 */
public record HeaderBlock(List<LabelledText> left, String centre, List<LabelledText> right) {

    /** No block at all. */
    public static final HeaderBlock NONE = new HeaderBlock(List.of(), "", List.of());

    public HeaderBlock {
        left = List.copyOf(left);
        right = List.copyOf(right);
        Objects.requireNonNull(centre, "centre");
    }

    /** True when nothing is to be printed. */
    public boolean isEmpty() {
        return left.isEmpty() && right.isEmpty() && centre.isEmpty();
    }

    /** How many lines the block takes. */
    public int lines() {
        return Math.max(Math.max(left.size(), right.size()), centre.isEmpty() ? 0 : 1);
    }
}
