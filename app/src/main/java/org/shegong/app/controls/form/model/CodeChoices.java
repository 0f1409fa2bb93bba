package org.shegong.app.controls.form.model;

import java.util.List;

/** The codes that may be picked from a list, in the list's order; retired and switched-off ones are left out. */
@FunctionalInterface
public interface CodeChoices {
    /** The codes of a list; empty when it has none. May be called on any thread. */
    List<Option> of(String list);

    /**
     * One code.
     *
     * @param aliases other words for it, by which it is found too
     */
    record Option(String code, String label, List<String> aliases) {
    }
}
