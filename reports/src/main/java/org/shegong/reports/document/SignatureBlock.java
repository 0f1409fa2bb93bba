package org.shegong.reports.document;

import java.util.List;

/**
 * Closing block with the names to sign beside.
 *
 * @param lines each line's entries are spread over the width; an empty value leaves room to sign, an empty label prints
 *              the value alone, for example “（单位盖章）”
 */
public record SignatureBlock(List<List<LabelledText>> lines) {

    /** No signature block. */
    public static final SignatureBlock NONE = new SignatureBlock(List.of());

    public SignatureBlock {
        lines = lines.stream().map(List::copyOf).toList();
    }

    /** A block of one line. */
    public static SignatureBlock of(LabelledText... entries) {
        return new SignatureBlock(List.of(List.of(entries)));
    }

    /** True when nothing is to be printed. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
