package org.shegong.app.controls.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.controls.form.model.FormViewModel;
import org.shegong.app.controls.form.model.Note;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;

/** The form without a window. */
class FormViewModelTest {
    @TempDir
    private Path folder;
    private FormStation at;

    @BeforeEach
    void open() {
        at = FormStation.direct(folder);
    }

    @AfterEach
    void close() {
        at.close();
    }

    private static void submit(FormViewModel form, boolean expected) {
        List<Boolean> kept = new ArrayList<>();
        form.saving().submit(kept::add);
        assertThat(kept).as(form.findings().wrong().stream().map(f -> f.key()).toList() + " "
            + form.findings().missing().stream().map(f -> f.key()).toList() + form.findings().general())
            .containsExactly(expected);
    }

    private FormViewModel visit(String client) {
        FormViewModel form = at.newForm("visit", Map.of("clients", List.of(client)));
        form.field("start_time").set(LocalTime.of(8, 30));
        form.field("end_time").set(LocalTime.of(9, 15));
        form.field("village_id").set(at.village);
        form.field("purpose").set(List.of("1"));
        form.field("result").set("4");
        form.field("disposition").set(List.of("1"));
        form.field("companions").set("村干部");
        return form;
    }

    @Test
    void beginsANewVisitTodayWithTheWorkerWhoTypes() {
        FormViewModel form = at.newForm("visit", Map.of());
        assertThat(form.field("date").value()).isEqualTo(FormStation.TODAY);
        assertThat(form.field("worker_id").value()).isEqualTo(at.worker);
        assertThat(form.field("risk").value()).isEqualTo("1");
        assertThat(form.labels()).containsEntry(at.worker, "王社工");
        assertThat(form.dirtyProperty().get()).isFalse();
    }

    @Test
    void proposesTheNextVisitThirtyDaysOnUntilSomebodyTypesAnother() {
        FormViewModel form = at.newForm("visit", Map.of());
        assertThat(form.field("next_date").value()).isEqualTo(LocalDate.of(2026, 12, 20));
        form.field("date").set(LocalDate.of(2026, 11, 1));
        assertThat(form.field("next_date").value()).isEqualTo(LocalDate.of(2026, 12, 1));
        form.field("next_date").set(LocalDate.of(2026, 12, 8));
        form.field("date").set(LocalDate.of(2026, 11, 5));
        assertThat(form.field("next_date").value()).isEqualTo(LocalDate.of(2026, 12, 8));
    }

    @Test
    void worksOutTheDurationFromTheTimes() {
        FormViewModel form = at.newForm("visit", Map.of());
        form.field("start_time").set(LocalTime.of(8, 30));
        form.field("end_time").set(LocalTime.of(9, 15));
        assertThat(form.field("minutes").value()).isEqualTo(45L);
        form.field("minutes").set(40L);
        form.field("end_time").set(LocalTime.of(9, 30));
        assertThat(form.field("minutes").value()).isEqualTo(40L);
    }

    @Test
    void asksForTheConditionOnlyWhenSomebodyWasMet() {
        FormViewModel form = at.newForm("visit", Map.of());
        form.field("result").set("1");
        assertThat(form.field("life_score").isShown()).isTrue();
        assertThat(form.field("life_score").requiredProperty().get()).isTrue();
        form.field("result").set("4");
        assertThat(form.field("life_score").isShown()).isFalse();
    }

    @Test
    void refusesToSubmitAndNamesWhatIsMissing() {
        FormViewModel form = at.newForm("visit", Map.of());
        submit(form, false);
        assertThat(form.findings().missing()).extracting(field -> field.key())
            .contains("start_time", "end_time", "minutes", "clients", "village_id", "purpose", "result");
        assertThat(form.field("clients").notes()).extracting(Note::text).containsExactly("请填写“走访对象”");
        assertThat(form.saving().stored()).isNull();
    }

    @Test
    void keepsADraftThatLacksWhatSubmittingNeeds() {
        FormViewModel form = at.newForm("visit", Map.of());
        form.field("note").set("门锁着，邻居说去赶圩了");
        List<Boolean> kept = new ArrayList<>();
        form.saving().leave(kept::add);
        assertThat(kept).containsExactly(true);
        assertThat(form.saving().stored().status()).isEqualTo(RecordStatus.DRAFT);
        assertThat(at.open("visit", form.id()).field("note").value()).isEqualTo("门锁着，邻居说去赶圩了");
    }

    @Test
    void leavesNothingBehindWhenNothingWasTyped() {
        FormViewModel form = at.newForm("visit", Map.of());
        form.saving().leave(kept -> assertThat(kept).isTrue());
        assertThat(at.station.records().find("visit", form.id())).isEmpty();
    }

    @Test
    void savesAVisitAndTellsWhoListens() {
        FormViewModel form = visit(at.client("覃玉兰", "450299194912310023", "1949-12-31"));
        List<RecordData> heard = new ArrayList<>();
        form.saving().onSaved(heard::add);
        submit(form, true);
        assertThat(heard).singleElement().satisfies(record -> {
            assertThat(record.status()).isEqualTo(RecordStatus.SUBMITTED);
            assertThat(record.number("minutes")).isEqualTo(45);
            assertThat(record.text("household_id")).isNotEmpty();
        });
        assertThat(form.dirtyProperty().get()).isFalse();
    }

    @Test
    void bringsTheVillageAndHouseholdOfTheFirstClient() {
        String client = at.client("覃玉兰", "450299194912310023", "1949-12-31");
        FormViewModel form = at.newForm("visit", Map.of());
        form.field("clients").set(List.of(client));
        assertThat(form.field("village_id").value()).isEqualTo(at.village);
        String household = form.field("household_id").value().toString();
        assertThat(form.labels().get(household)).contains("覃玉兰");
        String other = at.keep("village", "name", "江口村");
        form.field("village_id").set(other);
        form.field("clients").set(List.of(at.client("韦秀英", "450299196203051048", "1962-03-05")));
        assertThat(form.field("village_id").value()).isEqualTo(other);
        assertThat(form.field("household_id").value()).isNotEqualTo(household);
    }

    @Test
    void takesTheLastSaveBack() {
        FormViewModel form = visit(at.client("覃玉兰", "450299194912310023", "1949-12-31"));
        submit(form, true);
        form.field("companions").set("网格员");
        submit(form, true);
        form.saving().undo();
        assertThat(form.field("companions").value()).isEqualTo("村干部");
        assertThat(at.station.records().find("visit", form.id()).orElseThrow().text("companions")).isEqualTo("村干部");
    }

    @Test
    void fillsBirthDateAndSexFromTheIdNumber() {
        FormViewModel form = at.newForm("client", Map.of());
        form.field("id_no").set("450299194912310023");
        assertThat(form.field("birth").value()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(form.field("sex").value()).isEqualTo("2");
        assertThat(form.field("age").value()).isEqualTo(76L);
    }

    @Test
    void warnsWhenTheBirthDateDiffersFromTheIdNumber() {
        FormViewModel form = at.newForm("client", Map.of());
        form.field("birth").set(LocalDate.of(1950, 1, 1));
        form.field("id_no").set("450299194912310023");
        form.field("id_no").leftProperty().set(true);
        assertThat(form.field("birth").value()).isEqualTo(LocalDate.of(1950, 1, 1));
        assertThat(form.field("id_no").notes()).extracting(Note::level)
            .contains(org.shegong.db.forms.Level.W);
    }

    @Test
    void showsAPossibleDuplicateWhileTyping() {
        String known = at.client("覃玉兰", "450299194912310023", "1949-12-31");
        FormViewModel form = at.newForm("client", Map.of());
        form.field("name").set("覃玉兰");
        assertThat(form.duplicates()).isEmpty();
        form.field("village_id").set(at.village);
        assertThat(form.duplicates()).singleElement().satisfies(duplicate -> {
            assertThat(duplicate.clientId()).isEqualTo(known);
            assertThat(duplicate.reason()).isEqualTo("same_name_village");
        });
        form.field("id_no").set("450299194912310023");
        assertThat(form.duplicates().get(0).certain()).isTrue();
    }

    @Test
    void copiesTheLastRecordTypedWithoutItsDate() {
        FormViewModel first = visit(at.client("覃玉兰", "450299194912310023", "1949-12-31"));
        first.field("date").set(LocalDate.of(2026, 11, 2));
        submit(first, true);
        FormViewModel second = at.newForm("visit", Map.of());
        new org.shegong.app.controls.form.model.FormOpening(at.desk).copyLastInto(second, FormStation::fail);
        assertThat(second.field("date").value()).isEqualTo(FormStation.TODAY);
        assertThat(second.field("clients").value()).isEqualTo(first.field("clients").value());
        assertThat(second.field("result").value()).isEqualTo("4");
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void letsOneChooseBetweenBothSidesOfAConflict() {
        FormViewModel form = visit(at.client("覃玉兰", "450299194912310023", "1949-12-31"));
        submit(form, true);
        RecordData stored = form.saving().stored();
        at.station.saving().save(RecordDraft.change(stored, RecordStatus.SUBMITTED,
            Map.of("companions", "支书", "note", "下次早点去")));
        form.field("companions").set("网格员");
        submit(form, false);
        var conflict = form.saving().conflictProperty().get();
        assertThat(conflict.clashes()).singleElement().satisfies(clash -> {
            assertThat(clash.mine()).isEqualTo("网格员");
            assertThat(clash.theirs()).isEqualTo("支书");
        });
        form.saving().resolveConflict(kept -> assertThat(kept).isTrue());
        RecordData after = at.station.records().find("visit", form.id()).orElseThrow();
        assertThat(after.text("companions")).isEqualTo("网格员");
        assertThat(after.text("note")).isEqualTo("下次早点去");
    }

    @Test
    void keepsUnsoundChangesOfASubmittedRecordAside() {
        FormViewModel form = visit(at.client("覃玉兰", "450299194912310023", "1949-12-31"));
        submit(form, true);
        form.field("disposition").set(null);
        form.field("note").set("写到一半");
        form.saving().leave(kept -> assertThat(kept).isTrue());
        RecordData untouched = at.station.records().find("visit", form.id()).orElseThrow();
        assertThat(untouched.status()).isEqualTo(RecordStatus.SUBMITTED);
        assertThat(untouched.text("note")).isEmpty();
        FormViewModel again = at.open("visit", form.id());
        assertThat(again.field("note").value()).isEqualTo("写到一半");
        assertThat(again.field("disposition").value()).isNull();
        assertThat(again.dirtyProperty().get()).isTrue();
        again.field("disposition").set(List.of("1"));
        submit(again, true);
        assertThat(at.open("visit", form.id()).dirtyProperty().get()).isFalse();
    }

    @Test
    void letsARecordFromALedgerBeCorrectedBeforeItIsComplete() {
        String id = at.client("覃玉兰", "450299194912310023", "1949-12-31");
        FormViewModel form = at.open("client", id);
        assertThat(form.findings().missing()).isEmpty();
        assertThat(form.findings().incomplete()).extracting(field -> field.key()).contains("address", "self_care");
        form.field("phone").set("13800005678");
        submit(form, true);
        assertThat(at.station.records().find("client", id).orElseThrow().text("phone")).isEqualTo("13800005678");
        form.field("name").set(null);
        submit(form, false);
        assertThat(form.findings().missing()).extracting(field -> field.key()).containsExactly("name");
    }
}
