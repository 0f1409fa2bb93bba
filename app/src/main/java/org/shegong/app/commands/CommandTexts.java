package org.shegong.app.commands;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.shegong.app.session.SessionTexts;

/** Messages of the commands in the language of their users. */
final class CommandTexts {
    static final String BUNDLE = "org.shegong.app.commands";
    private final ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, Locale.ROOT,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    private final SessionTexts sessionTexts = new SessionTexts();

    String text(String key, Object... arguments) {
        if (!texts.containsKey(key)) {
            return sessionTexts.text(key, arguments);
        }
        String pattern = texts.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    ResourceBundle bundle() {
        return texts;
    }
}
