package org.shegong.db.forms;

/** What forms need to know of the code lists. */
public interface CodeLookup {
    /** True when the list has this code, also when it is retired. */
    boolean has(String list, String code);

    /** The label of a code; the code itself when the list does not have it. */
    String label(String list, String code);
}
