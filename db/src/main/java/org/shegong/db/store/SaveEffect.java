package org.shegong.db.store;

/** What saving one form brings with it: numbers given, facts that follow, histories kept. */
@FunctionalInterface
public interface SaveEffect {
    /** Fills in values or adds writes; does nothing for forms it does not concern. */
    void apply(SaveContext context);
}
