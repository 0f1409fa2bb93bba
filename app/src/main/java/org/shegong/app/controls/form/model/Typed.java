package org.shegong.app.controls.form.model;

/** What became of the text typed into a field. */
public sealed interface Typed {
    /** Nothing was typed. */
    record Nothing() implements Typed {
    }

    /** A value of the field's type. */
    record Value(Object value) implements Typed {
    }

    /** Not readable as a value of this type. */
    record Unreadable() implements Typed {
    }
}
