package org.shegong.reports.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.codes.CodeBook;
import org.shegong.db.domain.StatMonth;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.Actor;
import org.shegong.db.journal.seal.Seals;
import org.shegong.db.security.KdfCost;
import org.shegong.db.security.KeyRing;
import org.shegong.db.store.StationFile;
import org.shegong.reports.standards.ReportParameters;

/** The worked example in a station of an older program whose people turn out to be protected: sealing changes no figure. */
class SealedFiguresTest {
    private static final StatMonth JULY = StatMonth.of(YearMonth.of(2025, 7));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-08-01T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    @TempDir
    Path folder;
    private final AcceptanceExample example = new AcceptanceExample();
    private final Figures figures = new Figures(new MetricCatalogue(ReportParameters.bundled()));
    private Station station;

    @BeforeEach
    void load() {
        KeyRing.Created keys = KeyRing.create(folder, "站长", "leader", "secret-1".toCharArray(), new KdfCost(64, 1, 1));
        StationFile file = StationFile.create(folder, keys.key().bytes());
        file.write(db -> {
            PlainStation rows = new PlainStation(db);
            example.load(rows::put);
            for (String client : List.of("c1", "c2", "c3", "c4", "c5")) {
                rows.add("client_category", "client_id", client, "category", "C404", "from_date", "2025-01-01");
                rows.set("client", client, "note", "金丝雀" + client);
            }
            db.execute("UPDATE visit SET note = '走访金丝雀'");
            db.execute("UPDATE case_session SET content = '面谈金丝雀'");
            db.execute("UPDATE case_file SET main_problem = '13', note = '个案金丝雀'");
            return null;
        });
        file.use(new Seals(keys.ring(), keys.account(), keys.seal(), null, () -> LocalDate.now(CLOCK)));
        station = new Station(file, FormCatalogue.bundled(), CodeBook.bundled(), CLOCK, new Actor(keys.account().id(), "站长",
            "d1"));
    }

    @AfterEach
    void close() {
        station.close();
    }

    private MonthCounts july() {
        Map<String, BigDecimal> typed = Map.of("B04", BigDecimal.valueOf(6), "C04", BigDecimal.valueOf(2),
                "B08", BigDecimal.valueOf(121));
        return station.file().read(db -> figures.month(db, JULY, (month, code) -> month.equals(JULY.previous())
                ? Optional.ofNullable(typed.get(code))
                        .map(v -> new ClosingFigures.Reported(v, ClosingFigures.Origin.TYPED)) : Optional.empty()));
    }

    private long plain(String form, String column) {
        return station.file().read(db -> db.resultQuery("SELECT COUNT(*) FROM " + form + " WHERE " + column
            + " LIKE '%金丝雀%'").fetchOne(0, Long.class));
    }

    @Test
    void everyFigureAndBreakdownIsTheSameBeforeAndAfterSealingAndThoseOfTheExample() {
        MonthCounts before = july();
        var splits = station.file().read(db -> figures.breakdowns(db, JULY));
        assertThat(plain("client", "note")).isEqualTo(5);

        assertThat(station.sealUpkeep().run("封存")).isGreaterThanOrEqualTo(5);

        assertThat(plain("client", "note")).isZero();
        assertThat(plain("case_session", "content")).isZero();
        assertThat(plain("case_file", "note")).isZero();
        MonthCounts after = july();
        assertThat(after.month()).isEqualTo(before.month());
        assertThat(after.year()).isEqualTo(before.year());
        assertThat(after.previous()).isEqualTo(before.previous());
        assertThat((Object) station.file().read(db -> figures.breakdowns(db, JULY))).isEqualTo(splits);
        example.expected().fields().forEachRemaining(entry -> {
            if (entry.getValue().isNumber() && after.month().containsKey(entry.getKey())) {
                assertThat(after.month().get(entry.getKey())).as(entry.getKey())
                        .isEqualByComparingTo(entry.getValue().decimalValue());
            }
        });
        assertThat(station.records().find("client", "c1").orElseThrow().text("note")).isEqualTo("金丝雀c1");
        assertThat(station.sealUpkeep().run("封存")).isZero();
        assertThat(station.sealUpkeep().faults()).isEmpty();
    }
}
