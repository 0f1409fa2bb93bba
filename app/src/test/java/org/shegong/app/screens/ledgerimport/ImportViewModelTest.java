package org.shegong.app.screens.ledgerimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shegong.app.screens.ScreenBench;
import org.shegong.app.screens.ledgerimport.RemarkRow.SheetRow;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.reports.ledger.recognise.LedgerKind;

class ImportViewModelTest {
    @TempDir
    private Path folder;
    private ScreenBench bench;
    private ImportViewModel model;
    private Path ledgers;

    @BeforeEach
    void open() throws IOException {
        bench = new ScreenBench(folder);
        model = new ImportViewModel(bench.context());
        ledgers = SmallLedgers.write(folder.resolve("台账.xlsx"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private long count(String form) {
        return bench.station().records().count(ListQuery.all(form));
    }

    private SheetChoice sheet(LedgerKind kind) {
        return model.sheets().stream().filter(sheet -> sheet.mapping() != null && sheet.mapping().kind() == kind)
            .findFirst().orElseThrow();
    }

    @Test
    void recognisesWhatEachSheetAndColumnIs() {
        model.add(List.of(ledgers));
        assertThat(model.sheets()).extracting(sheet -> sheet.mapping().kind())
            .containsExactly(LedgerKind.CLIENTS, LedgerKind.VISITS);
        assertThat(sheet(LedgerKind.CLIENTS).columns()).extracting(SheetChoice.Column::field)
            .containsExactly("name", "id_no", "village", "category", "filed_date");
        assertThat(sheet(LedgerKind.CLIENTS).missing(model.words())).isEmpty();
    }

    @Test
    void saysWhyAFileCannotBeRead() throws IOException {
        Path empty = Files.createFile(folder.resolve("空.xlsx"));
        model.add(List.of(empty, ledgers));
        assertThat(model.files().get(0).error()).isNotNull();
        assertThat(model.reason(model.files().get(0).error())).isEqualTo("文件是空的");
        assertThat(model.sheets()).hasSize(2);
        assertThat(bench.errors).isEmpty();
    }

    @Test
    void showsEveryRefusedRowWithColumnReasonAndMaskedValueBeforeAnythingIsWritten() {
        model.add(List.of(ledgers));
        model.toColumns();
        model.toPreview();
        assertThat(model.stepProperty().get()).isEqualTo(ImportStep.PREVIEW);
        List<RemarkRow> refused = RemarkRow.refused(SheetRow.of(model.summaryProperty().get()));
        assertThat(refused).hasSize(2);
        assertThat(refused.get(0).remark().row()).isEqualTo(4);
        assertThat(refused.get(0).remark().column()).isEqualTo("身份证号");
        assertThat(refused.get(0).remark().code()).isEqualTo("id.checksum");
        assertThat(refused.get(0).remark().value()).contains("*").doesNotContain("19480919");
        assertThat(refused.get(1).remark().code()).isEqualTo("client.unknown");
        assertThat(count("client")).isZero();
    }

    @Test
    void importsWhatIsValidThenTheCorrectedRows() throws IOException {
        model.add(List.of(ledgers));
        model.toPreview();
        model.write();
        assertThat(model.stepProperty().get()).isEqualTo(ImportStep.DONE);
        assertThat(count("client")).isEqualTo(2);
        assertThat(count("visit")).isEqualTo(3);
        Path correction = folder.resolve("待更正.xlsx");
        int[] rows = new int[1];
        model.saveCorrection(correction, saved -> rows[0] = saved);
        assertThat(rows[0]).isEqualTo(2);
        String right = SmallLedgers.id("19480919", 124);
        assertThat(SmallLedgers.replace(correction, SmallLedgers.wrong(right), right)).isEqualTo(1);
        model.restart();
        model.add(List.of(correction));
        model.toPreview();
        assertThat(model.summaryProperty().get().refusedRows()).isZero();
        model.write();
        assertThat(count("client")).isEqualTo(3);
        assertThat(count("visit")).isEqualTo(4);
        assertThat(bench.errors).isEmpty();
    }

    @Test
    void changesNothingTheSecondTime() {
        model.add(List.of(ledgers));
        model.toPreview();
        model.write();
        model.restart();
        model.add(List.of(ledgers));
        model.toPreview();
        List<SheetRow> rows = SheetRow.of(model.summaryProperty().get());
        assertThat(PreviewPane.sum(rows, report -> report.accepted())).isZero();
        assertThat(PreviewPane.sum(rows, report -> report.unchanged())).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void leavesNothingBehindWhenItIsCancelledWhileOrAfterItWrites(double share) {
        model.add(List.of(ledgers));
        model.toPreview();
        boolean[] cancelled = new boolean[1];
        model.runningProperty().addListener((seen, before, work) -> {
            if (work != null && !cancelled[0]) {
                work.progressProperty().addListener((shown, last, now) -> {
                    if (now.doubleValue() == share && !cancelled[0]) {
                        cancelled[0] = true;
                        model.cancel();
                    }
                });
            }
        });
        model.write();
        assertThat(cancelled[0]).isTrue();
        assertThat(model.stepProperty().get()).isEqualTo(ImportStep.PREVIEW);
        assertThat(model.runningProperty().get()).isNull();
        assertThat(List.of("client", "visit", "village", "household")).allSatisfy(form -> assertThat(count(form)).isZero());
        assertThat(bench.errors).isEmpty();
        model.write();
        assertThat(model.stepProperty().get()).isEqualTo(ImportStep.DONE);
        assertThat(count("client")).isEqualTo(2);
        assertThat(count("visit")).isEqualTo(3);
    }

    @Test
    void takesTheWholeImportBackInOneStepAndDoesItAgain() {
        model.add(List.of(ledgers));
        model.toPreview();
        model.write();
        long clients = count("client");
        long visits = count("visit");
        model.undo();
        assertThat(model.undoneProperty().get()).isTrue();
        assertThat(count("client")).isZero();
        assertThat(count("visit")).isZero();
        assertThat(count("village")).isZero();
        bench.takeOffer();
        assertThat(model.undoneProperty().get()).isFalse();
        assertThat(count("client")).isEqualTo(clients).isPositive();
        assertThat(count("visit")).isEqualTo(visits).isPositive();
        model.undo();
        assertThat(model.undoneProperty().get()).isTrue();
        assertThat(count("client")).isZero();
    }

    @Test
    void saysWhichLaterStepStandsInTheWayOfTakingTheImportBack() {
        model.add(List.of(ledgers));
        model.toPreview();
        model.write();
        long clients = count("client");
        RecordData client = bench.station().records().list(ListQuery.all("client")).get(0);
        bench.station().saving().save(RecordDraft.change(client, client.status(), Map.of("illness_note", "核对过")));
        model.undo();
        assertThat(model.undoneProperty().get()).isFalse();
        assertThat(count("client")).isEqualTo(clients);
        assertThat(bench.opened).contains("client " + client.id());
    }

    @Test
    void remembersAHeadingThatWasMappedByHand() {
        model.add(List.of(ledgers));
        SheetChoice visits = sheet(LedgerKind.VISITS);
        SheetChoice.Column own = visits.columns().stream().filter(column -> column.heading().equals("随手记"))
            .findFirst().orElseThrow();
        assertThat(own.field()).isEmpty();
        model.chooseField(visits, own, "note");
        assertThat(model.learnt()).hasSize(1);
        model.toPreview();
        model.write();
        model.restart();
        model.add(List.of(ledgers));
        assertThat(sheet(LedgerKind.VISITS).columns()).filteredOn(column -> column.heading().equals("随手记"))
            .extracting(SheetChoice.Column::field).containsExactly("note");
    }

    @Test
    void leavesASheetOutOrReadsItAsAnotherKind() {
        model.add(List.of(ledgers));
        model.chooseKind(sheet(LedgerKind.VISITS), null);
        assertThat(model.sheets().get(1).mapping()).isNull();
        model.chooseKind(model.sheets().get(1), LedgerKind.VISITS);
        assertThat(model.sheets().get(1).mapping().firstRow()).isEqualTo(1);
        assertThat(model.sheets().get(1).missing(model.words())).isEmpty();
        model.chooseKind(model.sheets().get(0), null);
        model.chooseKind(model.sheets().get(1), null);
        assertThat(model.anySheet()).isFalse();
    }
}
