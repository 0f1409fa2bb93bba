package org.shegong.app.i18n;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.Finding;
import org.shegong.db.forms.Form;

/**
 * Visible texts by key: the client's own bundle first, then the messages that come with records.
 *
 * <p>Places are written {@code {0}}, {@code {1}} …; values are put in as they are, so format numbers first. Safe for
 * use from several threads.
 */
public final class Texts {
    private final List<ResourceBundle> bundles;

    /** @param bundles asked in this order */
    public Texts(List<ResourceBundle> bundles) {
        this.bundles = List.copyOf(bundles);
    }

    /** The texts that come with the program. */
    public static Texts bundled() {
        return new Texts(List.of(bundle("org.shegong.app.texts"), bundle("org.shegong.app.session"), bundle("org.shegong.app.accounts"),
            bundle("org.shegong.app.printing"), bundle("org.shegong.app.report"), bundle("org.shegong.app.import"),
            bundle("org.shegong.app.backups"), bundle("org.shegong.app.training"), bundle("org.shegong.db.messages")));
    }

    private static ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle(name, Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The text of a key with its places filled.
     *
     * @throws MissingResourceException when no bundle has the key
     */
    public String get(String key, Object... args) {
        for (ResourceBundle bundle : bundles) {
            if (bundle.containsKey(key)) {
                return filled(bundle.getString(key), args);
            }
        }
        throw new MissingResourceException("no text for " + key, Texts.class.getName(), key);
    }

    /** True when there is a text for this key. */
    public boolean has(String key) {
        return bundles.stream().anyMatch(bundle -> bundle.containsKey(key));
    }

    /** What a rule says about a record, in words; the first place is the label of the field it concerns. */
    public String finding(Finding finding, Form form) {
        List<Object> args = new ArrayList<>();
        args.add(form.find(finding.field()).map(Field::label).orElse(form.label()));
        args.addAll(finding.args());
        return get(finding.message(), args.toArray());
    }

    private static String filled(String pattern, Object[] args) {
        if (args.length == 0) {
            return pattern;
        }
        String text = pattern;
        for (int i = 0; i < args.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(args[i]));
        }
        return text;
    }
}
