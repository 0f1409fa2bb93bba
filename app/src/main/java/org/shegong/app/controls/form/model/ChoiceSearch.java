package org.shegong.app.controls.form.model;

import java.util.List;
import java.util.function.Consumer;

/** Finds what can be picked. */
@FunctionalInterface
public interface ChoiceSearch {
    /**
     * Finds choices for what is typed.
     *
     * @param typed may be blank, which finds the first ones
     * @param found told on the window's thread, at once or later; not told when a newer question has been asked
     */
    void find(String typed, Consumer<List<Choice>> found);
}
