package org.shegong.app.screens.settings;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import org.shegong.app.AppContext;
import org.shegong.app.controls.list.PlainReason;
import org.shegong.app.controls.text.ScreenMasks;
import org.shegong.app.settings.Settings;

/** Font size of the whole window and whether names are masked in lists. */
final class DisplaySettings {
    private final AppContext context;
    private final Node view;

    DisplaySettings(AppContext context) {
        this.context = context;
        Slider size = new Slider(Settings.SMALLEST_FONT, Settings.LARGEST_FONT, context.settings().fontSize().get());
        size.setMajorTickUnit(2);
        size.setMinorTickCount(1);
        size.setShowTickLabels(true);
        size.setSnapToTicks(true);
        size.setBlockIncrement(1);
        size.setPrefWidth(320);
        Label shown = new Label();
        shown.textProperty().bind(javafx.beans.binding.Bindings.createStringBinding(
            () -> context.texts().get("settings.font_now", context.settings().fontSize().get()),
            context.settings().fontSize()));
        size.valueProperty().addListener((property, before, value) -> {
            if (!size.isValueChanging()) {
                context.settings().fontSize().set((int) Math.round(value.doubleValue()));
            }
        });
        size.valueChangingProperty().addListener((property, was, is) -> {
            if (!is) {
                context.settings().fontSize().set((int) Math.round(size.getValue()));
            }
        });
        CheckBox names = new CheckBox(context.texts().get("settings.mask_names"));
        names.setWrapText(true);
        names.setSelected(ScreenMasks.of(context.settings()).names());
        names.setOnAction(event -> maskNames(names));
        view = new SettingsCard(context.texts().get("settings.display"), context.texts().get("settings.display_text"),
            SettingsCard.line(size, shown), names).view();
    }

    /** Masking is free; letting every list show names needs a reason that the journal keeps. */
    private void maskNames(CheckBox names) {
        if (names.isSelected()) {
            context.settings().put(ScreenMasks.NAMES, "true");
            return;
        }
        names.setSelected(true);
        PlainReason reason = new PlainReason(context, why -> context.tasks().work(progress -> context.station()
            .journal().event(context.station().actor(), "setting", context.texts().get("settings.mask_names"),
                "setting", "", Map.of("reason", why, "key", ScreenMasks.NAMES, "value", "false")))
            .onSuccess(step -> {
                context.settings().put(ScreenMasks.NAMES, "false");
                names.setSelected(false);
            }).start());
        context.overlays().dialog(reason.view(), reason.firstFocus());
    }

    Node view() {
        return view;
    }
}
