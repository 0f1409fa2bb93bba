package org.shegong.app.controls.page;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.AppContext;
import org.shegong.app.controls.list.PlainReason;
import org.shegong.app.controls.text.PlainLook;
import org.shegong.app.controls.text.ScreenMasks;
import org.shegong.db.forms.Masks;

/**
 * The masks of one record's page: as usual, until somebody asks for plain values with a reason; the page masks again
 * when it is left. Window thread only.
 */
public final class PlainView {
    private final AppContext context;
    private final String form;
    private final String id;
    private final ObjectProperty<Masks> masks = new SimpleObjectProperty<>();
    private final Runnable changed;
    private Button button;

    /** @param changed reads the page again, after the masks have changed */
    public PlainView(AppContext context, String form, String id, Runnable changed) {
        this.context = context;
        this.form = form;
        this.id = id;
        this.changed = changed;
        masks.set(ScreenMasks.of(context.settings()));
    }

    /** What may be seen now. */
    public Masks masks() {
        return masks.get();
    }

    /** Adds the button that shows plain values and masks them again, where the role may see any. */
    public void offer(PageHead head) {
        if (!context.station().clearance().readsPlain(context.station().forms().form(form))) {
            return;
        }
        button = head.action("", "fth-eye", this::toggle);
        name();
    }

    private void name() {
        boolean plain = masks.get().equals(Masks.NONE);
        button.setText(context.texts().get(plain ? "plain.mask" : "plain.page"));
        button.setGraphic(new FontIcon(plain ? "fth-eye-off" : "fth-eye"));
    }

    private void toggle() {
        if (masks.get().equals(Masks.NONE)) {
            set(ScreenMasks.of(context.settings()));
        } else {
            PlainReason reason = new PlainReason(context, why -> PlainLook.noted(context, form, id, 1, why)
                .onSuccess(step -> set(Masks.NONE)).start());
            context.overlays().dialog(reason.view(), reason.firstFocus());
        }
    }

    private void set(Masks now) {
        masks.set(now);
        name();
        changed.run();
    }
}
