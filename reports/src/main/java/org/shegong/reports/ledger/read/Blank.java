package org.shegong.reports.ledger.read;

/** Which characters leave nothing to see: spaces of every width, no-break and zero-width ones, controls. */
final class Blank {

    private static final String ZERO_WIDTH = "\u00A0\u200B\u200C\u200D\u2060\uFEFF";

    private Blank() {
    }

    static boolean isBlank(String text) {
        return text == null || text.codePoints().allMatch(Blank::isBlank);
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)
                || ZERO_WIDTH.indexOf(c) >= 0;
    }
}
