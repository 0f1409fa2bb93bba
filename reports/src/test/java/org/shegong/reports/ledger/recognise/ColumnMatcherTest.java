package org.shegong.reports.ledger.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shegong.reports.ledger.read.Cell;
import org.shegong.reports.ledger.read.Grid;
import org.shegong.reports.ledger.read.GridRow;

class ColumnMatcherTest {

    private final LedgerWords words = LedgerWords.bundled();

    private ColumnMatcher.Match visits(String... headings) {
        GridRow row = new GridRow(1, false, Arrays.stream(headings).map(Cell::text).toList());
        Grid grid = new Grid("Sheet1", false, false, List.of(row), List.of());
        return new ColumnMatcher(words).match(words.kind(LedgerKind.VISITS), HeaderRows.single(grid, 0),
                new ColumnContents(grid, 1, words, (list, text) -> false));
    }

    @Test
    void aHeaderWithAGuessedRequiredColumnIsNotComplete() {
        ColumnMatcher.Match known = visits("走访日期", "走访对象", "村（社区）", "走访结果", "时长");
        assertThat(known.complete()).isTrue();
        ColumnMatcher.Match guessed = visits("走访日期", "走访对象", "他家住的村子名", "走访结果", "时长");
        assertThat(guessed.mapping().columns()).containsEntry("village", 2);
        assertThat(guessed.complete()).isFalse();
        assertThat(guessed.missing()).isZero();
    }

    @Test
    void aStrangeColumnBesideAllThatIsRequiredDoesNotMakeItIncomplete() {
        ColumnMatcher.Match match = visits("走访日期", "走访对象", "村（社区）", "走访结果", "天气");
        assertThat(match.complete()).isTrue();
        assertThat(match.strange()).isEqualTo(1);
    }
}
