package org.shegong.app.controls.text;

import org.shegong.app.settings.Settings;
import org.shegong.db.forms.Masks;

/** What this computer's screen shows of persons until somebody gives a reason (rules document §7, M1). */
public final class ScreenMasks {
    /** Whether names are masked too; true until the station decides otherwise for a screen that no visitor sees. */
    public static final String NAMES = "list.mask_names";

    private ScreenMasks() {
    }

    /** The masks that every view begins with. */
    public static Masks of(Settings settings) {
        return new Masks(settings.flag(NAMES, true), true);
    }
}
