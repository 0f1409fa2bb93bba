package org.shegong.app.sample;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The invented names and sentences. */
final class SampleTexts {
    private final ResourceBundle bundle = ResourceBundle.getBundle("org.shegong.app.sample.sample", Locale.ROOT,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    String text(String key) {
        return bundle.getString(key);
    }

    /** The parts of a text between bars; never empty. */
    List<String> list(String key) {
        return List.of(bundle.getString(key).split("\\|"));
    }
}
