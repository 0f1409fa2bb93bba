package org.shegong.db.journal;

/**
 * A place where a journal was tampered with or damaged.
 *
 * @param deviceId whose chain
 * @param seq place in it
 * @param kind {@code missing}, {@code edited}, {@code reordered}, {@code unreadable}, or {@code step} when not the
 *     entry but what is said of its step (label, who, when) does not stand as it was written;
 *     {@code cut} when entries from here on are gone that a signed head knows; {@code replaced} when an entry is another
 *     than a signed head knows
 */
public record ChainFault(String deviceId, long seq, String kind) {
}
