package org.shegong.app.controls.form.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.shegong.db.store.RecordData;

/**
 * A record that somebody else saved while it was being edited here.
 *
 * <p>Fields that only one side changed are taken from that side; the others wait for a choice.
 */
public final class SaveConflict {
    private final RecordData current;
    private final List<Clash> clashes;
    private final Map<String, Object> theirs;

    private SaveConflict(RecordData current, List<Clash> clashes, Map<String, Object> theirs) {
        this.current = current;
        this.clashes = List.copyOf(clashes);
        this.theirs = theirs;
    }

    static SaveConflict of(FormViewModel form, RecordData current) {
        List<Clash> clashes = new ArrayList<>();
        Map<String, Object> theirs = new LinkedHashMap<>();
        for (FieldModel model : form.fields()) {
            Object before = form.baseline().get(model.key());
            Object kept = current.values().get(model.key());
            boolean changedThere = !Objects.equals(before, kept);
            if (!changedThere || !model.isEditable() || Objects.equals(model.value(), kept)) {
                continue;
            }
            if (Objects.equals(before, model.value())) {
                theirs.put(model.key(), kept);
            } else {
                clashes.add(new Clash(model, kept));
            }
        }
        return new SaveConflict(current, clashes, theirs);
    }

    /** The record as it is kept now. */
    public RecordData current() {
        return current;
    }

    /** Who saved it meanwhile. */
    public String savedBy() {
        return current.updatedBy();
    }

    /** Fields that both sides changed; may be empty. */
    public List<Clash> clashes() {
        return clashes;
    }

    void apply(FormViewModel form) {
        theirs.forEach((key, value) -> form.field(key).set(value));
        clashes.stream().filter(clash -> !clash.keepMine().get())
            .forEach(clash -> clash.field().set(clash.theirs()));
    }

    /** One field that both sides changed. */
    public static final class Clash {
        private final FieldModel field;
        private final Object mine;
        private final Object theirs;
        private final BooleanProperty keepMine = new SimpleBooleanProperty(true);

        Clash(FieldModel field, Object theirs) {
            this.field = field;
            this.mine = field.value();
            this.theirs = theirs;
        }

        public FieldModel field() {
            return field;
        }

        /** The value typed here; null for empty. */
        public Object mine() {
            return mine;
        }

        /** The value kept there; null for empty. */
        public Object theirs() {
            return theirs;
        }

        /** The choice: true for the value typed here. */
        public BooleanProperty keepMine() {
            return keepMine;
        }
    }
}
