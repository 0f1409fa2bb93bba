package org.shegong.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;

/** The bundled fonts, so that a machine without Chinese fonts shows Chinese. */
final class DeskFonts {
    private static final String FOLDER = "/org/shegong/reports/fonts/";

    private DeskFonts() {
    }

    /** Makes them known to the toolkit; once is enough. */
    static void load() {
        for (String name : new String[] {"NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"}) {
            try (InputStream in = DeskFonts.class.getResourceAsStream(FOLDER + name)) {
                Font.loadFont(in, 14);
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        }
    }
}
