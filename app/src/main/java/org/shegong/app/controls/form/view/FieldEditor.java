package org.shegong.app.controls.form.view;

import javafx.scene.Node;

/** The control with which one field is edited. */
interface FieldEditor {
    /** What stands in the form. */
    Node node();

    /** The part that takes the cursor; null when the field cannot be edited. */
    Node focusNode();

    /** True when it needs the whole width of the form. */
    default boolean wide() {
        return false;
    }
}
