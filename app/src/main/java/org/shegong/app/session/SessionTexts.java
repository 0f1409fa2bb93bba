package org.shegong.app.session;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts about opening and making stations, for the window and the commands alike. */
public final class SessionTexts {
    private static final ResourceBundle.Control ROOT_ONLY =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private final ResourceBundle texts = ResourceBundle.getBundle("org.shegong.app.session", Locale.ROOT, ROOT_ONLY);
    private final ResourceBundle accounts = ResourceBundle.getBundle("org.shegong.app.accounts", Locale.ROOT, ROOT_ONLY);

    /** The text of a key such as {@code station.in_use}; {@code {0}} and so on are put in. */
    public String text(String key, Object... arguments) {
        String pattern = texts.containsKey(key) ? texts.getString(key) : accounts.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    /** True when there is such a text. */
    public boolean has(String key) {
        return texts.containsKey(key) || accounts.containsKey(key);
    }
}
