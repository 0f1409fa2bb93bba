package org.shegong.db.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
    private static final KdfCost CHEAP = new KdfCost(64, 1, 1);
    @TempDir
    private Path folder;
    private KeyRing.Created created;

    @BeforeEach
    void makeRing() {
        created = KeyRing.create(folder, "站长", "leader", "口令-2026".toCharArray(), CHEAP);
    }

    @Test
    void opensWithNameAndPasswordAfterReadingTheFileAgain() {
        Unlock.Unlocked unlocked = unlocked(reopened(), "站长", "口令-2026");
        assertThat(unlocked.key().bytes()).isEqualTo(created.key().bytes());
        assertThat(unlocked.account()).isEqualTo(created.account());
        assertThat(unlocked.rolesIntact()).isTrue();
    }

    @Test
    void takesNamesAndPasswordsInFullWidth() {
        created.ring().addAccount(created.key(), "Wang 1", "worker", "abc123".toCharArray());
        assertThat(unlocked(reopened(), "ｗａｎｇ１", "ａｂｃ１２３").account().name()).isEqualTo("Wang 1");
    }

    @Test
    void saysWhetherThePasswordOrTheNameIsWrong() {
        assertThat(reopened().unlock("站长", "口令-2027".toCharArray())).isInstanceOf(Unlock.WrongPassword.class);
        assertThat(reopened().unlock("王社工", "口令-2026".toCharArray())).isInstanceOf(Unlock.UnknownAccount.class);
    }

    @Test
    void changesThePasswordWithoutChangingTheKey() {
        AccountChange change = created.ring().changePassword("站长", "口令-2026".toCharArray(), "新口令-01".toCharArray());
        assertThat(change).isEqualTo(new AccountChange.Done(created.account()));
        assertThat(unlocked(reopened(), "站长", "新口令-01").key().bytes()).isEqualTo(created.key().bytes());
        assertThat(reopened().unlock("站长", "口令-2026".toCharArray())).isInstanceOf(Unlock.WrongPassword.class);
    }

    @Test
    void opensAndResetsByTheRecoveryKey() {
        RecoveryKey typed = ((RecoveryKey.Typed.Read) RecoveryKey.parse(created.recoveryKey().text())).key();
        assertThat(reopened().unlock(typed)).isInstanceOfSatisfying(Recovered.Opened.class,
                opened -> assertThat(opened.key().bytes()).isEqualTo(created.key().bytes()));
        assertThat(reopened().resetPassword(typed, "站长", "重设口令-1".toCharArray()))
                .isInstanceOf(AccountChange.Done.class);
        assertThat(unlocked(reopened(), "站长", "重设口令-1").key().bytes()).isEqualTo(created.key().bytes());
    }

    @Test
    void anOldSheetStopsWorkingAfterRenewal() {
        RecoveryKey renewed = created.ring().renewRecoveryKey(created.key());
        assertThat(reopened().unlock(created.recoveryKey())).isInstanceOf(Recovered.WrongKey.class);
        assertThat(reopened().resetPassword(created.recoveryKey(), "站长", "重设口令-1".toCharArray()))
                .isEqualTo(new AccountChange.Refused(AccountChange.Reason.WRONG_RECOVERY_KEY));
        assertThat(reopened().unlock(renewed)).isInstanceOf(Recovered.Opened.class);
    }

    @Test
    void refusesWhatWouldMakeABadAccount() {
        assertRefused(created.ring().addAccount(created.key(), " 站 长 ", "worker", "abcdef".toCharArray()),
                AccountChange.Reason.NAME_TAKEN);
        assertRefused(created.ring().addAccount(created.key(), " ", "worker", "abcdef".toCharArray()),
                AccountChange.Reason.NAME_MISSING);
        assertRefused(created.ring().addAccount(created.key(), "王", "worker", "abcde".toCharArray()),
                AccountChange.Reason.PASSWORD_SHORT);
        assertRefused(created.ring().removeAccount(created.key(), created.account().id()),
                AccountChange.Reason.LAST_ACCOUNT);
        assertRefused(created.ring().removeAccount(created.key(), "nobody"), AccountChange.Reason.UNKNOWN_ACCOUNT);
        assertRefused(created.ring().changePassword("站长", "wrong!".toCharArray(), "abcdef".toCharArray()),
                AccountChange.Reason.WRONG_PASSWORD);
        assertRefused(created.ring().changePassword("站长", "口令-2026".toCharArray(), "ab".toCharArray()),
                AccountChange.Reason.PASSWORD_SHORT);
    }

    @Test
    void noticesARoleEditedInTheFile() throws IOException {
        edit("\"leader\"", "\"admin\"");
        assertThat(unlocked(reopened(), "站长", "口令-2026").rolesIntact()).isFalse();
    }

    @Test
    void tellsADamagedEntryFromAWrongPassword() throws IOException {
        String json = Files.readString(folder.resolve(KeyRing.FILE_NAME));
        int at = json.indexOf("\"wrapped\" : \"") + 20;
        char other = json.charAt(at) == 'A' ? 'B' : 'A';
        Files.writeString(folder.resolve(KeyRing.FILE_NAME), json.substring(0, at) + other + json.substring(at + 1));
        assertThat(reopened().unlock("站长", "口令-2026".toCharArray())).isInstanceOf(Unlock.Damaged.class);
        assertThat(reopened().unlock(created.recoveryKey())).isInstanceOf(Recovered.Opened.class);
    }

    @Test
    void damageToOneAccountLeavesTheOthersIn() throws IOException {
        created.ring().addAccount(created.key(), "王社工", "worker", "abcdef".toCharArray());
        edit("\"argon2id\"", "\"unknown\"");
        assertThat(reopened().unlock("站长", "口令-2026".toCharArray())).isInstanceOf(Unlock.Damaged.class);
        assertThat(reopened().unlock("王社工", "abcdef".toCharArray())).isInstanceOf(Unlock.Unlocked.class);
    }

    @Test
    void aCopyOfTheKeyCannotBeMovedToAnotherAccount() throws IOException {
        edit(created.account().id(), "11111111-1111-1111-1111-111111111111");
        assertThat(reopened().unlock("站长", "口令-2026".toCharArray())).isInstanceOf(Unlock.WrongPassword.class);
    }

    @Test
    void givesReasonsWhenTheFileCannotBeUsed() throws IOException {
        Path file = folder.resolve(KeyRing.FILE_NAME);
        assertReason(() -> KeyRing.create(folder, "站长", "leader", "abcdef".toCharArray(), CHEAP),
                KeyRingException.Reason.EXISTS);
        edit("\"format\" : 2", "\"format\" : 3");
        assertReason(this::reopened, KeyRingException.Reason.NEWER);
        Files.writeString(file, "{\"format\":1");
        assertReason(this::reopened, KeyRingException.Reason.DAMAGED);
        Files.writeString(file, "{\"format\":1,\"fileId\":\"x\",\"accounts\":[]}");
        assertReason(this::reopened, KeyRingException.Reason.DAMAGED);
        Files.delete(file);
        assertReason(this::reopened, KeyRingException.Reason.MISSING);
    }

    @Test
    void aClosedKeyIsWiped() {
        created.key().close();
        assertThatThrownBy(() -> created.key().bytes()).isInstanceOf(IllegalStateException.class);
        assertThat(created.key()).hasToString("DataKey");
    }

    @Test
    void noSequenceOfAccountOperationsLocksAnybodyOut() throws IOException {
        for (int seed = 0; seed < 1000; seed++) {
            Path station = Files.createDirectory(folder.resolve("s" + seed));
            new Sequence(new Random(seed), KeyRing.create(station, "a0", "leader", "pass-0".toCharArray(), CHEAP), station)
                    .run();
        }
    }

    private KeyRing reopened() {
        return KeyRing.open(folder, CHEAP);
    }

    private void edit(String from, String to) throws IOException {
        Path file = folder.resolve(KeyRing.FILE_NAME);
        String json = Files.readString(file);
        assertThat(json).contains(from);
        Files.writeString(file, json.replaceFirst(java.util.regex.Pattern.quote(from), to));
    }

    private static Unlock.Unlocked unlocked(KeyRing ring, String name, String password) {
        Unlock unlock = ring.unlock(name, password.toCharArray());
        assertThat(unlock).isInstanceOf(Unlock.Unlocked.class);
        return (Unlock.Unlocked) unlock;
    }

    private static void assertRefused(AccountChange change, AccountChange.Reason reason) {
        assertThat(change).isEqualTo(new AccountChange.Refused(reason));
    }

    private static void assertReason(org.assertj.core.api.ThrowableAssert.ThrowingCallable call,
            KeyRingException.Reason reason) {
        assertThatThrownBy(call).isInstanceOfSatisfying(KeyRingException.class,
                e -> assertThat(e.reason()).isEqualTo(reason));
    }

    /** Random operations beside a plain map of what every password should be. */
    private static final class Sequence {
        private final Random random;
        private final Path station;
        private byte[] key;
        private final Map<String, String> passwords = new HashMap<>(Map.of("a0", "pass-0"));
        private final Map<String, String> dead = new HashMap<>();
        private RecoveryKey recoveryKey;
        private int next = 1;

        Sequence(Random random, KeyRing.Created created, Path station) {
            this.random = random;
            this.station = station;
            this.key = created.key().bytes();
            this.recoveryKey = created.recoveryKey();
        }

        void run() {
            for (int i = 0; i < 12; i++) {
                step(KeyRing.open(station, CHEAP));
            }
            KeyRing ring = KeyRing.open(station, CHEAP);
            assertThat(ring.accounts()).extracting(Account::name).containsExactlyInAnyOrderElementsOf(passwords.keySet());
            passwords.forEach((name, password) -> {
                assertThat(unlocked(ring, name, password).key().bytes()).isEqualTo(key);
                assertThat(unlocked(ring, name, password).rolesIntact()).isTrue();
            });
            dead.forEach((password, name) -> assertThat(ring.unlock(name, password.toCharArray()))
                    .isNotInstanceOf(Unlock.Unlocked.class));
            assertThat(ring.unlock(recoveryKey)).isInstanceOfSatisfying(Recovered.Opened.class,
                    opened -> assertThat(opened.key().bytes()).isEqualTo(key));
        }

        private void step(KeyRing ring) {
            List<String> names = new ArrayList<>(passwords.keySet());
            String name = names.get(random.nextInt(names.size()));
            String fresh = "pass-" + next;
            DataKey open = unlocked(ring, name, passwords.get(name)).key();
            switch (random.nextInt(8)) {
                case 0, 1 -> done(ring.addAccount(open, "a" + next, "worker", fresh.toCharArray()), "a" + next, fresh);
                case 2 -> done(ring.changePassword(name, passwords.get(name).toCharArray(), fresh.toCharArray()), name,
                        fresh);
                case 3 -> done(ring.resetPassword(recoveryKey, name, fresh.toCharArray()), name, fresh);
                case 4 -> remove(ring, open, name);
                case 5 -> recoveryKey = ring.renewRecoveryKey(open);
                case 6 -> rekey(ring);
                default -> ring.changeRole(open, id(ring, name), "role" + next);
            }
            next++;
        }

        /** The file gets another data key; who has not signed in since still gets in with his password alone. */
        private void rekey(KeyRing ring) {
            try (DataKey fresh = ring.newDataKey()) {
                key = fresh.bytes();
                ring.rekeyed(station, fresh);
            }
        }

        private void remove(KeyRing ring, DataKey open, String name) {
            if (ring.removeAccount(open, id(ring, name)) instanceof AccountChange.Done) {
                dead.put(passwords.remove(name), name);
            }
        }

        private void done(AccountChange change, String name, String password) {
            assertThat(change).isInstanceOf(AccountChange.Done.class);
            if (passwords.containsKey(name)) {
                dead.put(passwords.get(name), name);
            }
            passwords.put(name, password);
        }

        private static String id(KeyRing ring, String name) {
            return ring.accounts().stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow().id();
        }
    }
}
