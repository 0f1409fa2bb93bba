package org.shegong.app.shell;

import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/**
 * The look of the window: the theme, our tokens over it, and the sizes that follow the chosen font size. Icons do not
 * understand sizes relative to the font, so theirs are written out in pixels.
 */
final class DeskStyle {
    private DeskStyle() {
    }

    /** Gives a scene the look; it follows the font size from then on. */
    static void dress(Scene scene, ReadOnlyIntegerProperty fontSize) {
        scene.getStylesheets().setAll(new PrimerLight().getUserAgentStylesheet(),
            DeskStyle.class.getResource("/org/shegong/app/desk.css").toExternalForm(), sizes(fontSize.get()));
        fontSize.addListener((ObservableValue<? extends Number> property, Number before, Number size) ->
            scene.getStylesheets().set(2, sizes(size.intValue())));
    }

    private static String sizes(int font) {
        String css = String.format(Locale.ROOT, """
            .root { -fx-font-size: %dpx; }
            .ikonli-font-icon { -fx-icon-size: %dpx; }
            .state-box > .ikonli-font-icon { -fx-icon-size: %dpx; }
            """, font, Math.round(font * 1.15), Math.round(font * 2.8));
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
