package org.shegong.reports.metrics;

import org.jooq.Condition;
import org.jooq.Field;

/** A condition on a category code. */
interface CategoryTest {
    Condition on(Field<String> category);
}
