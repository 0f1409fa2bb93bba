package org.shegong.reports.catalogue;

/**
 * Something that must be explained before the report can be locked.
 *
 * @param key   row code or check id under which the reason is kept
 * @param text  what is to be explained
 * @param given whether a reason has been written
 */
public record RequiredReason(String key, String text, boolean given) {
}
