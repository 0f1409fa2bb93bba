package org.shegong.reports;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Chinese texts of figures, checks and reports, from {@code figures.properties}. */
public final class FigureTexts {
    private static final String BUNDLE = "org.shegong.reports.figures";

    private FigureTexts() {
    }

    /** The text of a key, with arguments filled in as they are written; a missing key is an exception. */
    public static String text(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(BUNDLE).getString(key);
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            shown[i] = arguments[i] == null ? "" : arguments[i].toString();
        }
        return MessageFormat.format(pattern, shown);
    }

    /** Whether there is a text for a key. */
    public static boolean has(String key) {
        return ResourceBundle.getBundle(BUNDLE).containsKey(key);
    }
}
