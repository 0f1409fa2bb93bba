package org.shegong.reports.catalogue;

/**
 * Why a report cannot be locked.
 *
 * @param key  check id, row code, or {@code typical}, {@code deidentified}, {@code period}, {@code unchanged}
 * @param text for people
 */
public record Obstacle(String key, String text) {
}
