package org.shegong.app.controls.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.controls.form.model.EarlierTyping;
import org.shegong.app.controls.form.model.FormViewModel;
import org.shegong.db.journal.KeptTyping;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;

/** What is typed survives the form, whatever becomes of the window. Work is done at once here. */
class UnfinishedTypingTest {
    @TempDir
    private Path folder;
    private FormStation at;
    private String client;

    @BeforeEach
    void open() {
        at = FormStation.direct(folder);
        client = at.client("覃玉兰", "450299195003070021", "1950-03-07");
    }

    @AfterEach
    void close() {
        at.close();
    }

    /** The form is dropped without a word, as when the power fails; only what is in the file counts. */
    private void crash(FormViewModel form) {
        at.station.typing().end(form.id());
    }

    @Test
    void offersHalfAVisitBackWithTheDateThatNobodyCanRead() {
        FormViewModel form = at.newForm("visit", Map.of("clients", List.of(client)));
        form.typing().entered("companions");
        form.field("companions").set("村干部");
        form.typing().entered("date");
        form.field("date").setUnreadable("abc");
        crash(form);

        FormViewModel fresh = at.newForm("visit", Map.of());
        assertThat(fresh.earlier()).extracting(EarlierTyping::recordId).containsExactly(form.id());
        assertThat(fresh.earlier().get(0).words()).contains("覃玉兰");

        FormViewModel again = at.open("visit", form.id());
        assertThat(again.isResumed()).isTrue();
        assertThat(again.field("companions").value()).isEqualTo("村干部");
        assertThat(again.field("date").rawProperty().get()).isEqualTo("abc");
        assertThat(again.field("date").unreadableProperty().get()).isTrue();
        assertThat(again.field("clients").many()).containsExactly(client);
        assertThat(again.typing().caret()).isEqualTo("date");
        assertThat(again.dirtyProperty().get()).isTrue();
        assertThat(at.station.records().count(ListQuery.all("visit"))).isZero();
    }

    @Test
    void typingIsNoHistoryUntilItIsSaved() {
        int before = at.station.journal().steps(1000).size();
        FormViewModel form = at.newForm("visit", Map.of("clients", List.of(client)));
        for (int i = 0; i < 30; i++) {
            form.field("companions").set("村干部" + i);
        }
        assertThat(at.station.journal().steps(1000)).hasSize(before);
        assertThat(at.station.typing().of(form.form(), form.id())).get().extracting(KeptTyping::values)
            .extracting("companions").isEqualTo("村干部29");
    }

    @Test
    void savingForgetsTheTyping() {
        FormViewModel form = at.newForm("visit", Map.of("clients", List.of(client)));
        form.field("companions").set("村干部");
        form.saving().keepDraft(kept -> assertThat(kept).isTrue());
        crash(form);
        assertThat(at.station.typing().unfinished()).isEmpty();
    }

    @Test
    void leavingWithADateThatCannotBeReadKeepsItsText() {
        FormViewModel form = at.newForm("visit", Map.of("clients", List.of(client)));
        form.field("date").setUnreadable("13月");
        List<Boolean> left = new ArrayList<>();
        form.saving().leave(left::add);
        assertThat(left).containsExactly(true);
        FormViewModel again = at.open("visit", form.id());
        assertThat(again.saving().stored().status()).isEqualTo(RecordStatus.DRAFT);
        assertThat(again.field("date").rawProperty().get()).isEqualTo("13月");
    }

    @Test
    void leavingASubmittedRecordDoesNotEmptyAFieldThatCannotBeRead() {
        FormViewModel form = at.open("client", client);
        form.field("birth").setUnreadable("1950年几月");
        form.saving().leave(kept -> assertThat(kept).isTrue());
        RecordData stored = at.station.records().find("client", client).orElseThrow();
        assertThat(stored.date("birth")).isEqualTo(LocalDate.of(1950, 3, 7));
        assertThat(at.open("client", client).field("birth").rawProperty().get()).isEqualTo("1950年几月");
    }

    @Test
    void keepsOnlyTheFieldsThatDifferFromTheRecord() {
        FormViewModel form = at.open("client", client);
        form.field("phone").set("13807721234");
        KeptTyping kept = at.station.typing().of(form.form(), client).orElseThrow();
        assertThat(kept.values()).containsOnlyKeys("phone");
        assertThat(kept.baseVersion()).isEqualTo(1);
        form.field("phone").set(null);
        assertThat(at.station.typing().of(form.form(), client)).isEmpty();
    }

    @Test
    void asksWhichSideHoldsWhenSomebodyElseSavedTheSameFieldMeanwhile() {
        FormViewModel form = at.open("client", client);
        form.field("address").set("白沙村二组");
        crash(form);
        RecordData stored = at.station.records().find("client", client).orElseThrow();
        at.station.saving().save(RecordDraft.change(stored, RecordStatus.DRAFT,
            Map.of("address", "大埠村一组", "phone", "13807721234")));

        FormViewModel again = at.open("client", client);
        assertThat(again.saving().conflictProperty().get().clashes()).extracting(clash -> clash.field().key())
            .containsExactly("address");
        assertThat(again.field("phone").value()).isEqualTo("13807721234");
        again.saving().resolveConflict(kept -> assertThat(kept).isTrue());
        RecordData settled = at.station.records().find("client", client).orElseThrow();
        assertThat(settled.text("address")).isEqualTo("白沙村二组");
        assertThat(settled.text("phone")).isEqualTo("13807721234");
    }

    @Test
    void givingUpShowsTheRecordAsItIs() {
        FormViewModel form = at.open("client", client);
        form.field("birth").setUnreadable("abc");
        form.field("address").set("白沙村二组");
        crash(form);
        FormViewModel again = at.open("client", client);
        again.saving().discardChanges();
        assertThat(again.field("address").value()).isNull();
        assertThat(again.field("birth").value()).isEqualTo(LocalDate.of(1950, 3, 7));
        assertThat(again.dirtyProperty().get()).isFalse();
        assertThat(at.station.typing().of(form.form(), client)).isEmpty();
    }

    @Test
    void doesNotOfferWhatIsOpenElsewhere() {
        FormViewModel form = at.newForm("visit", Map.of("clients", List.of(client)));
        form.field("companions").set("村干部");
        assertThat(at.newForm("visit", Map.of()).earlier()).isEmpty();
    }
}
