package org.shegong.app.screens.settings;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import org.shegong.app.AppContext;
import org.shegong.app.settings.Settings;

/** Font size of the whole window and whether names are masked in lists. */
final class DisplaySettings {
    private final Node view;

    DisplaySettings(AppContext context) {
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
        names.setSelected(context.settings().flag("list.mask_names", false));
        names.setOnAction(event -> context.settings().put("list.mask_names", String.valueOf(names.isSelected())));
        view = new SettingsCard(context.texts().get("settings.display"), context.texts().get("settings.display_text"),
            SettingsCard.line(size, shown), names).view();
    }

    Node view() {
        return view;
    }
}
