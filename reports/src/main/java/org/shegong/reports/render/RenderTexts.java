package org.shegong.reports.render;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of the renderers and messages for {@link DocumentWriteException} and its like. */
public final class RenderTexts {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("org.shegong.reports.render.render", Locale.ROOT);

    private RenderTexts() {
    }

    /** Text of the key; throws {@link java.util.MissingResourceException} for an unknown key. */
    public static String text(String key) {
        return BUNDLE.getString(key);
    }

    /** Text of the key with {@code {0}}, {@code {1}} … filled in; numbers without grouping. */
    public static String text(String key, Object... arguments) {
        Object[] plain = Arrays.stream(arguments).map(String::valueOf).toArray();
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(plain);
    }
}
