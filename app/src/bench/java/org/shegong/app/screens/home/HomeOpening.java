package org.shegong.app.screens.home;

import org.shegong.app.AppContext;

/** What the first screen reads, without the screen. */
public final class HomeOpening {
    private HomeOpening() {
    }

    /** Everything but the number of incomplete records, which is counted after it. */
    public static Object content(AppContext context) {
        HomeViewModel model = new HomeViewModel(context);
        model.reload();
        return model.contentProperty().get();
    }

    /** The number of incomplete records. */
    public static long incomplete(AppContext context) {
        long[] number = new long[1];
        new HomeViewModel(context).countIncomplete(counted -> number[0] = counted);
        return number[0];
    }
}
