package org.shegong.app.screens.ledgerimport;

import java.util.function.Function;
import javafx.util.StringConverter;

/** Names for choices that nobody types. */
final class Named<T> extends StringConverter<T> {
    private final Function<T, String> name;

    Named(Function<T, String> name) {
        this.name = name;
    }

    @Override
    public String toString(T value) {
        return name.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("choices are not typed");
    }
}
