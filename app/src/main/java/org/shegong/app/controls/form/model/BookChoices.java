package org.shegong.app.controls.form.model;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.shegong.db.codes.CodeBook;

/** The codes that the station's code book offers today. */
public final class BookChoices implements CodeChoices {
    private final Supplier<CodeBook> book;
    private final Clock clock;

    /**
     * @param book asked each time, because the station's own entries make another book
     */
    public BookChoices(Supplier<CodeBook> book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public List<Option> of(String list) {
        LocalDate today = LocalDate.now(clock);
        return book.get().list(list).offered(today).stream()
            .map(code -> new Option(code.code(), code.label(), code.aliases())).toList();
    }
}
