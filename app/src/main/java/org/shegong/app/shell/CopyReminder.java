package org.shegong.app.shell;

import org.shegong.app.AppContext;
import org.shegong.app.backups.AutoBackup;
import org.shegong.app.i18n.Texts;

/** What is said about the copies when a station was opened; nothing when all is well. */
final class CopyReminder {
    private static final String SETTINGS = "settings";
    private final AutoBackup copies;
    private final AppContext context;

    CopyReminder(AutoBackup copies, AppContext context) {
        this.copies = copies;
        this.context = context;
    }

    void show() {
        Texts texts = context.texts();
        if (copies.oldProperty().get()) {
            String text = copies.agesProperty().get().days(context.clock())
                .map(days -> texts.get("copies.old", days)).orElse(texts.get("copies.old_never"));
            context.overlays().toast(text, texts.get("copies.look"), () -> context.navigator().open(SETTINGS));
        } else if (copies.isRehearsalDue()) {
            context.overlays().toast(texts.get("rehearsal.due"), texts.get("rehearsal.look"),
                () -> context.navigator().open(SETTINGS));
        }
    }
}
