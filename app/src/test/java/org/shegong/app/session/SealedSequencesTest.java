package org.shegong.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shegong.db.Station;
import org.shegong.db.journal.seal.SealedText;
import org.shegong.db.journal.seal.Seals;
import org.shegong.db.security.Account;
import org.shegong.db.security.AccountChange;
import org.shegong.db.security.KdfCost;
import org.shegong.db.security.KeyRing;
import org.shegong.db.security.Role;
import org.shegong.db.security.Unlock;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordRows;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.SaveResult;

/**
 * Random assigning, taking away, new passwords, people who come and go, new recovery sheets: beside a plain model of who
 * may read what. In the end, when everybody was here once, each record is readable to exactly those who may, and the
 * keys of those who went open nothing.
 */
class SealedSequencesTest {
    private static final String LEADER = "站长";
    private static final List<String> WORKERS = List.of("王小燕", "李文", "韦强");
    @TempDir
    private Path parent;
    private Path folder;
    private Random random;
    private final Map<String, String> passwords = new LinkedHashMap<>();
    private final Map<String, String> workers = new HashMap<>();
    private final Map<String, String> owners = new LinkedHashMap<>();
    private final Map<String, Set<String>> assigned = new HashMap<>();
    private final Map<String, String> notes = new HashMap<>();
    private final List<String> sheets = new ArrayList<>();
    private final Map<Path, String> gone = new LinkedHashMap<>();
    private int next = 1;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void everyRecordStaysReadableToExactlyThoseWhoMay(int seed) throws IOException {
        random = new Random(seed);
        begin();
        for (int i = 0; i < 12; i++) {
            step();
        }
        settle();
        for (String name : passwords.keySet()) {
            try (StationSession open = in(name)) {
                owners.keySet().forEach(client -> assertReads(open, client, readers(client).contains(name)));
            }
        }
        gone.forEach(this::assertOpensNothing);
        try (StationSession open = in(LEADER)) {
            assertThat(open.station().journal().verify()).isEmpty();
            assertThat(open.station().sealUpkeep().faults()).isEmpty();
        }
    }

    private void begin() {
        folder = parent.resolve("station");
        Founding.Founded founded = (Founding.Founded) new StationSetup(SealedStation.CLOCK, new KdfCost(64, 1, 1)).found(folder,
            new NewStation("样例站", "", "", LEADER), "secret-0".toCharArray());
        sheets.add(founded.sheet().key().text());
        passwords.put(LEADER, "secret-0");
        try (StationSession open = founded.session()) {
            for (String name : WORKERS) {
                new AccountOffice(open).add(name, Role.WORKER, "secret-0".toCharArray());
                passwords.put(name, "secret-0");
                workers.put(name, open.station().newId());
                open.station().saving().importAll("import", "test", List.of(RecordDraft.imported("worker",
                    workers.get(name), null, Map.of("name", name))));
            }
            for (int i = 0; i < 2; i++) {
                String client = open.station().newId();
                owners.put(client, WORKERS.get(i));
                assigned.put(client, Set.of());
                notes.put(client, "笔记0");
                open.station().saving().importAll("import", "test", List.of(RecordDraft.imported("client", client, null,
                    Map.of("name", "覃" + i, "primary_cat", "C503", "owner_worker_id", workers.get(WORKERS.get(i)), "note",
                        "笔记0")), RecordDraft.imported("case_file", open.station().newId(), null, Map.of("client_id", client,
                    "open_date", LocalDate.of(2026, 11, 1), "main_problem", "13", "note", "个案", "worker_id",
                    workers.get(WORKERS.get(1 - i))))));
            }
        }
    }

    private StationSession in(String name) {
        return ((Opening.Opened) new SignIn(SealedStation.CLOCK).open(folder, name, passwords.get(name).toCharArray())).session();
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private Set<String> readers(String client) {
        Set<String> readers = new HashSet<>(assigned.get(client));
        readers.add(passwords.containsKey(owners.get(client)) ? owners.get(client) : LEADER);
        readers.retainAll(passwords.keySet());
        return readers;
    }

    private void step() throws IOException {
        String fresh = "secret-" + next++;
        String name = any(List.copyOf(passwords.keySet()));
        String client = any(List.copyOf(owners.keySet()));
        switch (random.nextInt(9)) {
            case 0, 1 -> assign(client);
            case 2 -> password(name, fresh);
            case 3 -> set(any(WORKERS), fresh);
            case 4 -> comeOrGo(any(WORKERS), fresh);
            case 5 -> sheet();
            case 6 -> change(name, client, Map.of("note", "笔记" + next), null);
            case 7 -> change(name, client, Map.of(), any(WORKERS));
            default -> visit(name);
        }
    }

    private void assign(String client) {
        try (StationSession open = in(LEADER)) {
            Set<String> ids = new HashSet<>();
            Set<String> names = new HashSet<>();
            open.keyRing().accounts().stream().filter(one -> random.nextBoolean()).forEach(one -> {
                ids.add(one.id());
                names.add(one.name());
            });
            open.station().sealed().assign(client, ids);
            assigned.put(client, names);
        }
    }

    private void password(String name, String fresh) {
        assertThat(KeyRing.open(folder, new KdfCost(64, 1, 1)).changePassword(name, passwords.get(name).toCharArray(),
            fresh.toCharArray())).isInstanceOf(AccountChange.Done.class);
        assertThat(KeyRing.open(folder).unlock(name, passwords.get(name).toCharArray())).isInstanceOf(Unlock.WrongPassword.class);
        passwords.put(name, fresh);
    }

    private void set(String name, String fresh) {
        if (passwords.containsKey(name)) {
            try (StationSession open = in(LEADER)) {
                new AccountOffice(open).setPassword(open.keyRing().account(name).orElseThrow(), fresh.toCharArray());
                passwords.put(name, fresh);
            }
        }
    }

    private void comeOrGo(String name, String fresh) throws IOException {
        try (StationSession open = in(LEADER)) {
            if (passwords.containsKey(name)) {
                Path kept = Files.createDirectory(parent.resolve("kept-" + next));
                Files.copy(folder.resolve(KeyRing.FILE_NAME), kept.resolve(KeyRing.FILE_NAME));
                gone.put(kept, name + "\n" + passwords.remove(name));
                new AccountOffice(open).remove(open.keyRing().account(name).orElseThrow());
                assigned.replaceAll((client, names) -> {
                    Set<String> left = new HashSet<>(names);
                    left.remove(name);
                    return left;
                });
            } else {
                new AccountOffice(open).add(name, Role.WORKER, fresh.toCharArray());
                passwords.put(name, fresh);
            }
        }
    }

    private void sheet() {
        try (StationSession open = in(LEADER)) {
            sheets.add(new AccountOffice(open).renewSheet().key().text());
        }
    }

    private void visit(String name) {
        try (StationSession open = in(name)) {
            new SealOffice(open).catchUp();
        }
    }

    /** Somebody who can open a record just now changes it; whoever cannot is refused and nothing happens. */
    private void change(String name, String client, Map<String, Object> values, String owner) {
        try (StationSession open = in(name)) {
            Station station = open.station();
            RecordData before = station.records().find("client", client).orElse(null);
            if (before != null) {
                boolean opens = !SealedText.MARK.equals(before.text("name"));
                Map<String, Object> changed = new HashMap<>(values);
                if (owner != null) {
                    changed.put("owner_worker_id", workers.get(owner));
                }
                SaveResult result = station.saving().save(RecordDraft.change(before, RecordStatus.DRAFT, changed));
                assertThat(result).isInstanceOf(opens ? SaveResult.Saved.class : SaveResult.Refused.class);
                if (opens) {
                    values.forEach((key, value) -> notes.put(client, value.toString()));
                    owners.put(client, owner == null ? owners.get(client) : owner);
                }
            }
        }
    }

    private void settle() {
        for (int i = sheets.size() - 1; i >= 0; i--) {
            try (StationSession open = in(LEADER)) {
                assertThat(new SealOffice(open).handOver(sheets.get(i))).isInstanceOf(SealOffice.Handover.Done.class);
            }
        }
        try (StationSession open = in(LEADER)) {
            assertThat(open.station().sealUpkeep().waiting()).isEmpty();
        }
    }

    private void assertReads(StationSession open, String client, boolean may) {
        Station station = open.station();
        RecordData raw = raw(station, client);
        assertThat(raw.text("note")).as(open.account().name()).isEqualTo(may ? notes.get(client) : SealedText.MARK);
        assertThat(station.records().find("client", client).isPresent()).isEqualTo(may);
    }

    private static RecordData raw(Station station, String client) {
        return station.file().read(db -> RecordRows.where(db, station.forms().form("client"), DSL.field("id").eq(client))).get(0);
    }

    /** Who went kept a copy of the key file and his password, and has got at the file's key. */
    private void assertOpensNothing(Path kept, String nameAndPassword) {
        String[] parts = nameAndPassword.split("\n");
        KeyRing old = KeyRing.open(kept);
        Unlock.Unlocked unlocked = (Unlock.Unlocked) old.unlock(parts[0], parts[1].toCharArray());
        try (StationSession open = in(LEADER)) {
            Account account = unlocked.account();
            open.station().file().use(new Seals(old, account, unlocked.seal(), null, () -> LocalDate.now(SealedStation.CLOCK)));
            owners.keySet().forEach(client -> assertThat(raw(open.station(), client).text("note")).isEqualTo(SealedText.MARK));
        }
    }
}
