package org.shegong.reports.metrics;

import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * A figure counted from fact rows.
 *
 * @param code      row code
 * @param unit      how the amount is shown
 * @param source    where the rows come from
 * @param measure   what is taken from them
 * @param rowFilter which of the source's rows belong to the figure
 * @param category  the person must have been in such a category on the day of the service, of those on the register at the
 *                  end of the span; null for none
 */
public record CountedMetric(String code, Unit unit, FactSource source, Measure measure, Condition rowFilter,
                            CategoryTest category) implements Metric {

    CountedMetric(String code, Unit unit, FactSource source, Measure measure, Condition rowFilter) {
        this(code, unit, source, measure, rowFilter, null);
    }

    /** Which of the source's rows belong to the figure, all told. */
    Condition filter() {
        return category == null ? rowFilter
                : rowFilter.and(ClientFacts.inCategory(category, source.stock() ? ClientFacts.AS_OF : FactSource.DAY));
    }

    static CountedMetric rows(String code, FactSource source) {
        return new CountedMetric(code, Unit.COUNT, source, new Measure.Rows(), DSL.noCondition());
    }

    static CountedMetric rows(String code, FactSource source, Condition filter) {
        return new CountedMetric(code, Unit.COUNT, source, new Measure.Rows(), filter);
    }

    static CountedMetric total(String code, Unit unit, FactSource source, String column) {
        return new CountedMetric(code, unit, source, new Measure.Total(FactSource.number(column)), DSL.noCondition());
    }

    static CountedMetric distinct(String code, FactSource source, String column) {
        return new CountedMetric(code, Unit.COUNT, source, new Measure.Distinct(FactSource.text(column)), DSL.noCondition());
    }

    /** The same figure over fewer rows. */
    CountedMetric where(Condition further) {
        return new CountedMetric(code, unit, source, measure, DSL.and(rowFilter, further), category);
    }

    /** The same figure over those rows whose person was in a category then. */
    CountedMetric in(CategoryTest people) {
        return new CountedMetric(code, unit, source, measure, rowFilter, people);
    }

    @Override
    public Kind kind() {
        return source.stock() ? Kind.STOCK : Kind.FLOW;
    }

    @Override
    public YearToDate yearToDate() {
        if (source.stock()) {
            return YearToDate.NONE;
        }
        return measure instanceof Measure.Distinct ? YearToDate.DISTINCT : YearToDate.SUM;
    }
}
