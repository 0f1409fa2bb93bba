package org.shegong.reports.catalogue;

import java.util.List;

/**
 * A list attached to the monthly report.
 *
 * @param key  which one: cases, groups, activities, visits, supervision, training, villages
 * @param rows values as shown: texts, numbers and ISO days; null where nothing is recorded
 */
public record AttachedList(String key, List<List<Object>> rows) {
}
