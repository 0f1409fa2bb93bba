package org.shegong.db.journal;

/**
 * A place where a journal was tampered with or damaged.
 *
 * @param deviceId whose chain
 * @param seq place in it
 * @param kind {@code missing}, {@code edited}, {@code reordered} or {@code unreadable}
 */
public record ChainFault(String deviceId, long seq, String kind) {
}
