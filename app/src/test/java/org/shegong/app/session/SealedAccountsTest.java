package org.shegong.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.security.AccountChange;
import org.shegong.db.security.Role;
import org.shegong.db.store.DuplicatePair;
import org.shegong.db.store.RecordDraft;

/** Accounts, sheets and twofold files of a station with sealed records, also when keys cannot be handed on just now. */
class SealedAccountsTest {
    @TempDir
    private Path folder;
    private SealedStation made;

    @BeforeEach
    void make() {
        made = new SealedStation(folder);
    }

    /** Handing on stumbles over a record of a form that is none. */
    private void breakHandingOn() {
        byte[] key;
        try (StationSession open = made.in("站长")) {
            key = open.key().bytes();
        }
        PlainCopy.execute(made.folder.resolve("station.db"), key, "UPDATE sealed_root SET form = 'nothing'");
    }

    @Test
    void aNewSheetIsGivenOutAlthoughKeysCannotBeHandedOnNow() {
        breakHandingOn();
        String sheet;
        try (StationSession open = made.in("站长")) {
            assertThatThrownBy(() -> new SealOffice(open).catchUp()).isInstanceOf(RuntimeException.class);
            sheet = new AccountOffice(open).renewSheet().key().text();
        }
        assertThat(new SignIn(SealedStation.CLOCK).openWithRecoveryKey(made.folder, "站长", sheet))
            .isInstanceOfSatisfying(Opening.Opened.class, opened -> opened.session().close());
    }

    @Test
    void anAccountThatWasMadeIsNotCalledAFailureBecauseOfIt() {
        breakHandingOn();
        try (StationSession open = made.in("站长")) {
            assertThat(new AccountOffice(open).add("黄新", Role.WORKER, "secret-2".toCharArray()))
                .isInstanceOf(AccountChange.Done.class);
        }
        made.in("李文").close();
    }

    @Test
    void anOpenFileWithTheNumberOfASealedOneIsListedWithWhomToAsk() {
        try (StationSession open = made.in("李文")) {
            Station station = open.station();
            List<String> twice = List.of(station.newId(), station.newId());
            String cancelled = station.newId();
            station.saving().importAll("import", "test", List.of(
                RecordDraft.imported("client", twice.get(0), null, Map.of("name", "玉兰", "id_no", SealedStation.ID_NUMBER)),
                RecordDraft.imported("client", twice.get(1), null, Map.of("name", "兰姐", "id_no", SealedStation.ID_NUMBER)),
                RecordDraft.imported("client", cancelled, null, Map.of("name", "作废", "id_no", SealedStation.ID_NUMBER))));
            station.file().write(db -> db.execute("UPDATE client SET status = 'void' WHERE id = ?", cancelled));
            List<DuplicatePair> pairs = station.duplicatePairs().find();
            assertThat(pairs).hasSize(3).allMatch(pair -> pair.reason().equals("same_id"));
            assertThat(pairs.stream().filter(pair -> pair.other().equals(made.id("client"))))
                .extracting(DuplicatePair::one).containsExactlyInAnyOrderElementsOf(twice);
            assertThat(pairs).filteredOn(pair -> pair.other().equals(made.id("client")))
                .extracting(DuplicatePair::ask).containsOnly("王小燕");
        }
    }
}
