package org.shegong.app.screens.settings;

import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.util.StringConverter;
import org.shegong.app.AppContext;
import org.shegong.app.session.IdleLock;
import org.shegong.db.security.Right;

/** After how many minutes without a hand on it the station locks itself. */
final class LockSettings {
    private final AppContext context;
    private final IdleLock lock;
    private final ChoiceBox<Integer> minutes = new ChoiceBox<>();
    private final Node view;

    LockSettings(AppContext context) {
        this.context = context;
        this.lock = new IdleLock(context.station());
        minutes.setConverter(new Words());
        minutes.setDisable(true);
        Label label = new Label(context.texts().get("lock.after"));
        label.setLabelFor(minutes);
        view = new SettingsCard(context.texts().get("lock.title"), context.texts().get("lock.text"),
            SettingsCard.line(label, minutes)).view();
        context.tasks().work(progress -> lock.minutes()).onSuccess(this::offer).start();
    }

    private void offer(int inForce) {
        minutes.getItems().setAll(lock.choices());
        if (!minutes.getItems().contains(inForce)) {
            minutes.getItems().add(inForce);
        }
        minutes.setValue(inForce);
        minutes.setDisable(!context.station().clearance().may(Right.SETTINGS));
        minutes.valueProperty().addListener((property, before, now) -> change(now));
    }

    private void change(int wanted) {
        context.tasks().work(progress -> {
            lock.change(wanted);
            return wanted;
        }).onSuccess(kept -> {
            context.changes().saved();
            context.overlays().toast(minutes.getConverter().toString(kept));
        }).start();
    }

    Node view() {
        return view;
    }

    private final class Words extends StringConverter<Integer> {
        @Override
        public String toString(Integer value) {
            return value == null ? "" : value == IdleLock.NEVER ? context.texts().get("lock.never")
                : context.texts().get("lock.minutes", value);
        }

        @Override
        public Integer fromString(String text) {
            throw new IllegalStateException("not typed");
        }
    }
}
