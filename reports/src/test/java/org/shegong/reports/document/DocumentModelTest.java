package org.shegong.reports.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentModelTest {

    static Stream<Arguments> printedTexts() {
        return Stream.of(
                Arguments.of(Cell.number(0), ColumnType.INTEGER, "0"),
                Arguments.of(Cell.NOT_APPLICABLE, ColumnType.INTEGER, "—"),
                Arguments.of(Cell.UNFILLED, ColumnType.INTEGER, ""),
                Arguments.of(Cell.number(new BigDecimal("4.45")), ColumnType.decimal(1), "4.5"),
                Arguments.of(Cell.number(new BigDecimal("6")), ColumnType.decimal(1), "6.0"),
                Arguments.of(Cell.number(new BigDecimal("80")), ColumnType.PERCENT, "80.0%"),
                Arguments.of(Cell.percent(new BigDecimal("66.666"), 1), ColumnType.INTEGER, "66.7%"),
                Arguments.of(Cell.money(30050), ColumnType.INTEGER, "300.50"),
                Arguments.of(Cell.number(new BigDecimal("2.50")), ColumnType.TEXT, "2.5"),
                Arguments.of(Cell.number(1000), ColumnType.TEXT, "1000"),
                Arguments.of(Cell.date(LocalDate.of(2025, 7, 1)), ColumnType.DATE, "2025-07-01"),
                Arguments.of(Cell.dateTime(LocalDateTime.of(2025, 7, 1, 9, 5)), ColumnType.DATE_TIME, "2025-07-01 09:05"),
                Arguments.of(Cell.text(null), ColumnType.TEXT, ""));
    }

    @ParameterizedTest
    @MethodSource("printedTexts")
    void printsEachKindOfCellAsReadersExpect(Cell cell, ColumnType type, String expected) {
        assertThat(CellText.of(cell, type)).isEqualTo(expected);
    }

    @Test
    void mergesNeighbouringColumnsOfOneGroupUnderOneHeading() {
        List<Column> columns = List.of(Column.of("a", "A", ColumnType.TEXT, 10),
                Column.of("b", "B", ColumnType.TEXT, 10).under("G"), Column.of("c", "C", ColumnType.TEXT, 10).under("G"));
        assertThat(HeaderCell.rows(columns)).isEqualTo(2);
        assertThat(HeaderCell.of(columns)).containsExactlyInAnyOrder(new HeaderCell("A", 0, 0, 1, 2),
                new HeaderCell("G", 0, 1, 2, 1), new HeaderCell("B", 1, 1, 1, 1), new HeaderCell("C", 1, 2, 1, 1));
    }

    @Test
    void widensNarrowTablesThroughTheirTextColumns() {
        ColumnFit fit = ColumnFit.of(List.of(Column.of("n", "N", ColumnType.INTEGER, 20),
                Column.of("t", "T", ColumnType.TEXT, 30)), 100);
        assertThat(fit.scale()).isEqualTo(1);
        assertThat(fit.widthsMm()).containsExactly(20.0, 80.0);
    }

    @Test
    void shrinksWideTablesToFourFifthsAndThenNarrowsTextColumns() {
        ColumnFit fit = ColumnFit.of(List.of(Column.of("n", "N", ColumnType.INTEGER, 50),
                Column.of("t", "T", ColumnType.TEXT, 100)), 100);
        assertThat(fit.scale()).isEqualTo(0.8);
        assertThat(fit.widthsMm().get(0)).isCloseTo(40, within(1e-9));
        assertThat(fit.widthsMm().get(1)).isCloseTo(60, within(1e-9));
    }

    @Test
    void replacesWhatFileSystemsRefuseInFileNames() {
        assertThat(Document.safeFileStem("站:a/b\\c*?\"<>|名. ")).isEqualTo("站_a_b_c______名");
        assertThat(Document.safeFileStem(" ")).isEqualTo("_");
        assertThat(Document.safeFileStem("𠮷".repeat(200)).codePointCount(0, 240)).isEqualTo(120);
    }

    @Test
    void refusesRowsThatDoNotMatchTheColumns() {
        List<Column> columns = List.of(Column.of("a", "A", ColumnType.TEXT, 10));
        List<Row> rows = List.of(Row.of(Cell.text("1"), Cell.text("2")));
        assertThatThrownBy(() -> Table.of(columns, rows)).isInstanceOf(IllegalArgumentException.class);
    }
}
