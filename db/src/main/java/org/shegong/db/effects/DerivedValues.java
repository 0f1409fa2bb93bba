package org.shegong.db.effects;

import org.shegong.db.forms.Computations;
import org.shegong.db.forms.Field;
import org.shegong.db.store.SaveContext;
import org.shegong.db.store.SaveEffect;

/**
 * Fields that follow from others unless somebody types them: the duration from start and end, the number of
 * volunteers from their names. A service that ends after midnight belongs to its first day.
 */
final class DerivedValues implements SaveEffect {
    private final Computations computations = new Computations();

    @Override
    public void apply(SaveContext context) {
        for (Field field : context.form().fields()) {
            if (!field.compute().isEmpty() && !field.type().isComputed() && mayDerive(context, field)) {
                Object value = computations.compute(field.compute(), context.values(), context.today());
                if (value != null) {
                    context.values().put(field.key(), value);
                }
            }
        }
    }

    private static boolean mayDerive(SaveContext context, Field field) {
        boolean empty = context.values().get(field.key()) == null;
        boolean inputsMoved = Computations.inputs(field.compute()).stream().anyMatch(context::changed);
        return empty || inputsMoved && !context.changed(field.key());
    }
}
