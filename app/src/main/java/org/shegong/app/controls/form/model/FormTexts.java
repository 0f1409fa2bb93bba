package org.shegong.app.controls.form.model;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.shegong.db.forms.Finding;
import org.shegong.db.store.StationFileException;

/** The words of the form: its own from one bundle, those of findings and failures from the bundle of the records. */
public final class FormTexts {
    private final ResourceBundle form;
    private final ResourceBundle messages;

    public FormTexts(ResourceBundle form, ResourceBundle messages) {
        this.form = form;
        this.messages = messages;
    }

    /** The bundles that come with the program. */
    public static FormTexts bundled() {
        return new FormTexts(ResourceBundle.getBundle("org.shegong.app.form"),
            ResourceBundle.getBundle("org.shegong.db.messages"));
    }

    /** A text of the form with its places filled; numbers stand without groups. */
    public String text(String key, Object... args) {
        return filled(form.getString(key), List.of(args));
    }

    /** What a finding says to a person. */
    public String finding(Finding finding) {
        for (String key : List.of(finding.message(), finding.rule())) {
            if (messages.containsKey(key)) {
                return filled(messages.getString(key), finding.args());
            }
        }
        return text("finding.other");
    }

    /** What a failure says to a person: what happened, and that what was typed is still there. */
    public String failure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StationFileException file) {
                String key = "failure." + file.reason().name().toLowerCase(Locale.ROOT);
                return text(form.containsKey(key) ? key : "failure.other");
            }
        }
        return text("failure.other");
    }

    private static String filled(String pattern, List<Object> args) {
        Object[] words = args.stream().map(String::valueOf).toArray();
        return new MessageFormat(pattern, Locale.ROOT).format(words);
    }
}
