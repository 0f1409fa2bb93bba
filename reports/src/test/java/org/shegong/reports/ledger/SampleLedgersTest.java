package org.shegong.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shegong.db.Station;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.metrics.ClosingFigures;
import org.shegong.reports.metrics.Figures;
import org.shegong.reports.metrics.MetricCatalogue;
import org.shegong.reports.standards.ReportParameters;

/** The two sample sets of a station's ledgers, with the figures that they must give. */
class SampleLedgersTest {

    private static final Map<String, String> CODES = Map.of("checksum", "id.checksum", "precision", "id.precision",
            "noname", "name.missing", "birthdate", "id.birth_date", "length", "id.length", "dup", "id.duplicate",
            "ambiguous", "client.ambiguous", "unknown", "client.unknown");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "messy"})
    void takesAndRefusesExactlyTheExpectedRows(String sample) throws Exception {
        JsonNode expected = expected(sample);
        try (Station station = LedgerStation.create(folder.resolve("station"))) {
            ImportSummary summary = LedgerStation.run(station, LedgerStation.sample(sample));
            assertThat(refusals(summary)).isEqualTo(refusals(expected.get("refused")));
            expected.get("accepted").fields().forEachRemaining(kind -> assertThat(summary.accepted().get(kind.getKey()))
                    .as(kind.getKey()).isEqualTo(kind.getValue().intValue()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "messy"})
    void givesTheExpectedFiguresOfEveryMonth(String sample) throws Exception {
        JsonNode expected = expected(sample);
        try (Station station = LedgerStation.create(folder.resolve("station"))) {
            LedgerStation.run(station, LedgerStation.sample(sample));
            Figures figures = new Figures(new MetricCatalogue(ReportParameters.bundled()));
            List<String> wrong = new ArrayList<>();
            expected.get("months").fields().forEachRemaining(month -> {
                Map<String, BigDecimal> counted = station.file().read(db ->
                        figures.month(db, StatMonth.of(YearMonth.parse(month.getKey())), ClosingFigures.NONE)).month();
                month.getValue().fields().forEachRemaining(figure -> {
                    BigDecimal value = counted.get(figure.getKey());
                    if (value == null || value.compareTo(figure.getValue().decimalValue()) != 0) {
                        wrong.add(month.getKey() + " " + figure.getKey() + ": " + value + " not " + figure.getValue());
                    }
                });
            });
            assertThat(wrong).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "messy"})
    void aSecondImportChangesNothing(String sample) throws Exception {
        try (Station station = LedgerStation.create(folder.resolve("station"))) {
            ImportSummary first = LedgerStation.run(station, LedgerStation.sample(sample));
            List<Path> backwards = new ArrayList<>(LedgerStation.sample(sample));
            Collections.reverse(backwards);
            LedgerImport again = new LedgerImport(station);
            ImportPlan plan = again.plan(again.open(backwards, ImportProgress.NONE), ImportProgress.NONE);
            assertThat(plan.drafts()).isEmpty();
            assertThat(refusals(plan.summary())).isEqualTo(refusals(first));
            assertThat(plan.summary().files()).flatExtracting(FileReport::sheets).allSatisfy(sheet ->
                    assertThat(sheet.unchanged() + sheet.refused().size()).isEqualTo(sheet.rows()));
        }
    }

    private static JsonNode expected(String sample) throws Exception {
        return new ObjectMapper().readTree(LedgerStation.folder(sample).resolve("expected.json").toFile());
    }

    private static Map<String, Integer> refusals(ImportSummary summary) {
        Map<String, Integer> counts = new TreeMap<>();
        summary.files().forEach(file -> file.sheets().forEach(sheet -> sheet.refused().forEach(row ->
                counts.merge(sheet.kind().orElseThrow().key() + " " + row.code(), 1, Integer::sum))));
        return counts;
    }

    private static Map<String, Integer> refusals(JsonNode expected) {
        Map<String, Integer> counts = new TreeMap<>();
        expected.fields().forEachRemaining(kind -> kind.getValue().fields().forEachRemaining(reason ->
                counts.put(kind.getKey() + " " + CODES.get(reason.getKey()), reason.getValue().intValue())));
        return counts;
    }
}
