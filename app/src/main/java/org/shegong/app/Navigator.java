package org.shegong.app;

import java.util.List;
import java.util.Map;

/** Ways from one screen to another, so that screens need not know each other. Window thread only. */
public interface Navigator {
    /**
     * Brings a screen of the navigation to the front.
     *
     * @param screen its key, such as {@code visit} or {@code reports}
     */
    void open(String screen);

    /**
     * Brings a part of a screen to the front.
     *
     * @param screen its key
     * @param place what the screen calls the part, such as {@code incomplete} of {@code reports}
     */
    default void open(String screen, String place) {
        open(screen);
    }

    /** Shows one record where its form is at home: a client's page, or the list with the record opened. */
    void openRecord(String form, String id);

    /**
     * Starts a new record where its form is at home.
     *
     * @param prefilled values already known, by field key; may be empty
     */
    void newRecord(String form, Map<String, Object> prefilled);

    /**
     * Shows the records behind a figure or a finding.
     *
     * @param title what they have in common, for people
     * @param idsByForm record ids by form key, in the order to be shown
     */
    void openRecords(String title, Map<String, List<String>> idsByForm);

    /** Back to the screen that was in front before; nothing happens when there is none. */
    void back();
}
