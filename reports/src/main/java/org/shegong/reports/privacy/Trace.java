package org.shegong.reports.privacy;

/**
 * A place in a text that could tell who is meant (rules document §7, M4).
 *
 * @param kind what stands there
 * @param start of it in the text, as a char index
 * @param end behind it
 * @param text as it stands there
 * @param replacement what should stand there instead
 */
public record Trace(Kind kind, int start, int end, String text, String replacement) {
    /** What can be found; the key names its word. */
    public enum Kind {
        ID_NUMBER, PHONE, BANK_CARD, NAME
    }
}
