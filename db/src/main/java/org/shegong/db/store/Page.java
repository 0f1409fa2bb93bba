package org.shegong.db.store;

import java.util.List;

/**
 * A stretch of a list.
 *
 * @param records in the order asked for
 * @param next where the next page begins; null when this is the last
 */
public record Page(List<RecordData> records, Key next) {
    /**
     * Place in a list: the sort value and id of the last record seen.
     *
     * @param sortValue stored value, may be null
     * @param id of that record
     */
    public record Key(Object sortValue, String id) {
    }
}
