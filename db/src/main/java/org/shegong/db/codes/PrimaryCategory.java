package org.shegong.db.codes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Suggests which of a client's valid categories is the primary one (code lists document, section 1; a county may
 * decide otherwise, so the worker may always choose another).
 */
public final class PrimaryCategory {
    private static final String LIST = "CLIENT_CAT";
    private final CodeList categories;
    private final List<List<String>> order;

    /** @param codes where the categories come from */
    public PrimaryCategory(CodeBook codes) {
        this.categories = codes.list(LIST);
        this.order = order();
    }

    /**
     * The category to offer; of equals the first given.
     *
     * @param valid codes valid on the day in question, longest held first
     * @return empty when none of them is in the order
     */
    public Optional<String> of(Collection<String> valid) {
        return order.stream()
            .flatMap(rank -> valid.stream().filter(code -> rank.stream().anyMatch(r -> categories.isWithin(code, r))))
            .findFirst();
    }

    private static List<List<String>> order() {
        try (InputStream in = PrimaryCategory.class.getResourceAsStream("primary-category-order.txt")) {
            if (in == null) {
                throw new IllegalStateException("missing order of primary categories");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> List.of(line.split("\\s+"))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("order of primary categories", e);
        }
    }
}
