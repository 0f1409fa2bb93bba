package org.shegong.db.security;

import static org.shegong.db.security.AccountChange.Reason;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.shegong.db.domain.CellText;

/**
 * The accounts of a station and their copies of the data key, kept in {@code keys.json} beside the database.
 * Every change is on the disk, whole, before its method returns; on failure the old file stays. Passwords are
 * given as arrays that the caller overwrites. Deriving a key takes up to a second: never call these on the
 * window's thread. Safe for several threads of one process.
 */
public final class KeyRing implements SealDirectory {
    /** Name of the file in the station's folder. */
    public static final String FILE_NAME = "keys.json";
    /** Least number of characters of a password. */
    public static final int SHORTEST_PASSWORD = 6;

    private final Path file;
    private final Wrapping wrapping;
    private KeyFile keys;

    private KeyRing(Path file, Wrapping wrapping, KeyFile keys) {
        this.file = file;
        this.wrapping = wrapping;
        this.keys = keys;
    }

    /**
     * A station's new keys.
     *
     * @param key         the caller closes it
     * @param recoveryKey shown once, then only on the printed sheet
     * @param seal        opens the sealed records of the account; the caller closes it
     */
    public record Created(KeyRing ring, DataKey key, Account account, RecoveryKey recoveryKey, SealSecret seal) {
    }

    /**
     * Makes the keys of a new station with its first account. The caller has checked name and password with
     * {@link #problem}.
     *
     * @param cost of deriving keys from passwords, also for later accounts of this ring
     * @throws KeyRingException EXISTS when the folder has keys already, NO_ACCESS
     */
    public static Created create(Path folder, String name, String role, char[] password, KdfCost cost) {
        Path file = folder.resolve(FILE_NAME);
        if (Files.exists(file)) {
            throw new KeyRingException(KeyRingException.Reason.EXISTS, null);
        }
        problem(name, password).ifPresent(reason -> {
            throw new IllegalArgumentException("the first account was not checked: " + reason);
        });
        Wrapping wrapping = new Wrapping(cost, new SecureRandom());
        DataKey key = wrapping.newDataKey();
        RecoveryKey recoveryKey = wrapping.newRecoveryKey();
        String fileId = UUID.randomUUID().toString();
        Account account = new Account(UUID.randomUUID().toString(), CellText.clean(name), role);
        KeyRing ring = new KeyRing(file, wrapping, new KeyFile(KeyFile.FORMAT, fileId, List.of(), null, null, null, ""));
        SealSecret seal = wrapping.newSeal();
        ring.save(key, List.of(wrapping.entry(account, password, key, seal, fileId)),
                wrapping.recovery(recoveryKey, key, fileId), null, null);
        return new Created(ring, key, account, recoveryKey, seal);
    }

    /**
     * Reads the keys of a station.
     *
     * @param cost for passwords set from now on; old ones keep theirs until they change
     * @throws KeyRingException MISSING, DAMAGED, NEWER or NO_ACCESS
     */
    public static KeyRing open(Path folder, KdfCost cost) {
        Path file = folder.resolve(FILE_NAME);
        return new KeyRing(file, new Wrapping(cost, new SecureRandom()), KeyFile.read(file));
    }

    /**
     * The same with the cost that the station's passwords have: new ones are made as strong as the first.
     *
     * @throws KeyRingException MISSING, DAMAGED, NEWER or NO_ACCESS
     */
    public static KeyRing open(Path folder) {
        KeyFile keys = KeyFile.read(folder.resolve(FILE_NAME));
        KdfCost cost = storedCost(keys).orElse(KdfCost.MINIMUM);
        return new KeyRing(folder.resolve(FILE_NAME), new Wrapping(cost, new SecureRandom()), keys);
    }

    /** What keeps a name and a password from making an account; empty when nothing does. */
    public static Optional<Reason> problem(String name, char[] password) {
        if (CellText.clean(name).isEmpty()) {
            return Optional.of(Reason.NAME_MISSING);
        }
        return password.length < SHORTEST_PASSWORD ? Optional.of(Reason.PASSWORD_SHORT) : Optional.empty();
    }

    /** Identity of the station's file. */
    public synchronized String fileId() {
        return keys.fileId();
    }

    /** All accounts in the order of making; never empty. */
    public synchronized List<Account> accounts() {
        return keys.accounts().stream().map(KeyFile.Entry::account).toList();
    }

    /** The account of a name, whatever its case and width. */
    public synchronized Optional<Account> account(String name) {
        return byName(name).map(KeyFile.Entry::account);
    }

    /** What the first account's password costs: the measure for further accounts when nothing else is known. */
    public synchronized Optional<KdfCost> storedCost() {
        return storedCost(keys);
    }

    private static Optional<KdfCost> storedCost(KeyFile keys) {
        return keys.accounts().stream().filter(KeyFile.Entry::intact).findFirst().map(entry -> entry.kdf().cost());
    }

    /** True when this key file was last written by somebody who held this very data key. */
    public synchronized boolean belongsTo(DataKey key) {
        return RoleSeal.matches(keys, key);
    }

    /** Signs in. */
    public synchronized Unlock unlock(String name, char[] password) {
        Optional<KeyFile.Entry> found = byName(name);
        if (found.isEmpty()) {
            return new Unlock.UnknownAccount();
        }
        KeyFile.Entry entry = found.get();
        if (!entry.intact()) {
            return new Unlock.Damaged();
        }
        return wrapping.open(entry, password, keys.handedTo(entry.id()), keys.fileId()).<Unlock>map(opened -> {
            boolean intact = RoleSeal.matches(keys, opened.key());
            boolean kept = !opened.changed() || intact && kept(() -> change(opened.key(), entry.id(),
                    one -> one.with(opened.wrap(), opened.pair())));
            return new Unlock.Unlocked(opened.key(), entry.account(), intact, kept || entry.seal() != null
                    ? opened.seal() : null);
        }).orElseGet(Unlock.WrongPassword::new);
    }

    /** Signing in goes on when the key file cannot be written just now; a pair for sealed records is then made later. */
    private static boolean kept(Runnable change) {
        try {
            change.run();
            return true;
        } catch (KeyRingException readOnly) {
            return false;
        }
    }

    /** Opens the station with the printed key. */
    public synchronized Recovered unlock(RecoveryKey recoveryKey) {
        KeyFile.Recovery recovery = keys.recovery();
        if (recovery == null || !recovery.intact()) {
            return new Recovered.Damaged();
        }
        byte[] box = keys.handedTo(SealHolder.RECOVERY);
        return wrapping.open(recovery, recoveryKey, box, keys.fileId()).<Recovered>map(opened -> {
            boolean kept = !opened.changed() || RoleSeal.matches(keys, opened.key())
                    && kept(() -> save(opened.key(), keys.accounts(), new KeyFile.Recovery(recovery.salt(), opened.wrap(),
                            opened.pair()), keys.former(), keys.handedWithout(SealHolder.RECOVERY)));
            return new Recovered.Opened(opened.key(), kept || recovery.seal() != null ? opened.seal() : null);
        }).orElseGet(Recovered.WrongKey::new);
    }

    /**
     * What a recovery sheet, the present one or an older one, opens of sealed records; empty when it is of another
     * station. The caller closes it.
     */
    public synchronized Optional<SealSecret> unseal(RecoveryKey recoveryKey) {
        if (unlock(recoveryKey) instanceof Recovered.Opened opened) {
            opened.key().close();
            return Optional.ofNullable(opened.seal());
        }
        return keys.formerSheets().stream().flatMap(former -> Wrapping.open(former, recoveryKey, keys.fileId()).stream())
                .findFirst();
    }

    /** Everybody for whom keys of sealed records can be wrapped, in the order of making. */
    @Override
    public synchronized List<SealHolder> holders() {
        return keys.accounts().stream().map(entry -> new SealHolder(entry.account(), publicKey(entry.seal()))).toList();
    }

    /** The public key of the recovery sheet; empty until a sheet was used or printed by a program that knows of it. */
    @Override
    public synchronized Optional<byte[]> sheetKey() {
        return keys.recovery() == null ? Optional.empty() : Optional.ofNullable(publicKey(keys.recovery().seal()));
    }

    private static byte[] publicKey(KeyFile.SealPair pair) {
        return pair == null || !pair.intact() ? null : KeyWrap.decode(pair.publicKey());
    }

    /** Adds an account with a password of its own. */
    public synchronized AccountChange addAccount(DataKey key, String name, String role, char[] password) {
        Optional<Reason> problem = problem(name, password);
        if (problem.isPresent()) {
            return new AccountChange.Refused(problem.get());
        }
        if (byName(name).isPresent()) {
            return new AccountChange.Refused(Reason.NAME_TAKEN);
        }
        Account account = new Account(UUID.randomUUID().toString(), CellText.clean(name), role);
        List<KeyFile.Entry> entries = new ArrayList<>(keys.accounts());
        entries.add(wrapping.entry(account, password, key, null, keys.fileId()));
        save(key, entries, keys.recovery(), keys.former(), keys.handed());
        return new AccountChange.Done(account);
    }

    /** Changes an account's password: what it holds is wrapped anew, nothing else changes. */
    public synchronized AccountChange changePassword(String name, char[] oldPassword, char[] newPassword) {
        Unlock unlock = unlock(name, oldPassword);
        if (unlock instanceof Unlock.Unlocked unlocked) {
            try (DataKey key = unlocked.key(); SealSecret seal = unlocked.seal()) {
                return setPassword(key, unlocked.account(), newPassword, seal);
            }
        }
        return new AccountChange.Refused(unlock instanceof Unlock.UnknownAccount ? Reason.UNKNOWN_ACCOUNT
                : unlock instanceof Unlock.Damaged ? Reason.DAMAGED : Reason.WRONG_PASSWORD);
    }

    /**
     * Gives an account a new password with the printed key; the old password is not needed. The account gets a new pair,
     * for which somebody who holds the keys of its sealed records, or the sheet, has to wrap them anew.
     */
    public synchronized AccountChange resetPassword(RecoveryKey recoveryKey, String name, char[] newPassword) {
        Recovered recovered = unlock(recoveryKey);
        if (recovered instanceof Recovered.Opened opened) {
            try (DataKey key = opened.key(); SealSecret unused = opened.seal()) {
                return resetPassword(key, name, newPassword);
            }
        }
        return new AccountChange.Refused(
                recovered instanceof Recovered.Damaged ? Reason.DAMAGED : Reason.WRONG_RECOVERY_KEY);
    }

    /**
     * Gives an account a new password while the station is open, as its leader may. What was wrapped for the account
     * alone does not open with it: the account gets a new pair.
     */
    public synchronized AccountChange resetPassword(DataKey key, String name, char[] newPassword) {
        return byName(name).map(entry -> setPassword(key, entry.account(), newPassword, null))
                .orElseGet(() -> new AccountChange.Refused(Reason.UNKNOWN_ACCOUNT));
    }

    /** Gives an account another role. */
    public synchronized AccountChange changeRole(DataKey key, String accountId, String role) {
        return change(key, accountId, entry ->
                new KeyFile.Entry(entry.id(), entry.name(), role, entry.kdf(), entry.key(), entry.seal()), keys.handed());
    }

    /** Takes an account's copy of the key away; the last account stays. Its name in the journal remains. */
    public synchronized AccountChange removeAccount(DataKey key, String accountId) {
        Optional<KeyFile.Entry> found = byId(accountId);
        if (found.isEmpty()) {
            return new AccountChange.Refused(Reason.UNKNOWN_ACCOUNT);
        }
        if (keys.accounts().size() == 1) {
            return new AccountChange.Refused(Reason.LAST_ACCOUNT);
        }
        save(key, keys.accounts().stream().filter(entry -> !entry.id().equals(accountId)).toList(), keys.recovery(),
                keys.former(), keys.handedWithout(accountId));
        return new AccountChange.Done(found.get().account());
    }

    /**
     * Makes a new recovery key; sheets printed before stop opening the station. Sealed records that nobody has wrapped
     * for the new sheet yet still open with the older one, once the station is open ({@link #unseal}).
     */
    public synchronized RecoveryKey renewRecoveryKey(DataKey key) {
        RecoveryKey recoveryKey = wrapping.newRecoveryKey();
        List<KeyFile.Former> former = new ArrayList<>(keys.formerSheets());
        if (keys.recovery() != null && keys.recovery().seal() != null) {
            former.add(new KeyFile.Former(keys.recovery().salt(), keys.recovery().seal()));
        }
        save(key, keys.accounts(), wrapping.recovery(recoveryKey, key, keys.fileId()), former,
                keys.handedWithout(SealHolder.RECOVERY));
        return recoveryKey;
    }

    /**
     * Names of those for whom a new data key cannot be sealed yet: accounts that have not signed in with a program that
     * knows of pairs, and {@code recovery} when the sheet has none.
     */
    public synchronized List<String> withoutPair() {
        List<String> names = new ArrayList<>();
        holders().stream().filter(one -> one.publicKey() == null).forEach(one -> names.add(one.account().name()));
        if (sheetKey().isEmpty()) {
            names.add(SealHolder.RECOVERY);
        }
        return List.copyOf(names);
    }

    /**
     * Writes key file of the same accounts for a file that gets another data key. Nobody's password is needed: the key is
     * sealed for everybody's pair, and each password wraps it the next time that it is typed.
     *
     * @param other  where the other file is made; this ring's own folder stays as it is
     * @param newKey the new data key
     * @return the ring of that folder
     * @throws IllegalStateException when {@link #withoutPair} is not empty
     */
    public synchronized KeyRing rekeyed(Path other, DataKey newKey) {
        if (!withoutPair().isEmpty()) {
            throw new IllegalStateException("somebody would be locked out");
        }
        Map<String, String> handed = new TreeMap<>();
        holders().forEach(one -> handed.put(one.account().id(),
                wrapping.handed(newKey, one.publicKey(), one.account().id(), keys.fileId())));
        handed.put(SealHolder.RECOVERY, wrapping.handed(newKey, sheetKey().orElseThrow(), SealHolder.RECOVERY, keys.fileId()));
        KeyRing ring = new KeyRing(other.resolve(FILE_NAME), wrapping, keys);
        ring.save(newKey, keys.accounts(), keys.recovery(), keys.former(), handed);
        return ring;
    }

    /** A random key for a file that is to get another one; the caller closes it. */
    public DataKey newDataKey() {
        return wrapping.newDataKey();
    }

    private AccountChange setPassword(DataKey key, Account account, char[] password, SealSecret seal) {
        Optional<Reason> problem = problem(account.name(), password);
        return problem.isPresent() ? new AccountChange.Refused(problem.get())
                : change(key, account.id(), entry -> wrapping.entry(account, password, key, seal, keys.fileId()));
    }

    private AccountChange change(DataKey key, String accountId, UnaryOperator<KeyFile.Entry> change) {
        return change(key, accountId, change, keys.handedWithout(accountId));
    }

    private AccountChange change(DataKey key, String accountId, UnaryOperator<KeyFile.Entry> change,
                                 Map<String, String> handed) {
        Optional<KeyFile.Entry> found = byId(accountId);
        if (found.isEmpty()) {
            return new AccountChange.Refused(Reason.UNKNOWN_ACCOUNT);
        }
        KeyFile.Entry changed = change.apply(found.get());
        save(key, keys.accounts().stream().map(e -> e.id().equals(accountId) ? changed : e).toList(),
                keys.recovery(), keys.former(), handed);
        return new AccountChange.Done(changed.account());
    }

    private void save(DataKey key, List<KeyFile.Entry> accounts, KeyFile.Recovery recovery,
                      List<KeyFile.Former> former, Map<String, String> handed) {
        KeyFile unsealed = new KeyFile(KeyFile.FORMAT, keys.fileId(), List.copyOf(accounts), recovery, former, handed, "");
        KeyFile sealed = RoleSeal.seal(unsealed, key);
        try {
            AtomicFile.write(file, sealed.toJson());
        } catch (IOException e) {
            throw new KeyRingException(KeyRingException.Reason.NO_ACCESS, e);
        }
        keys = sealed;
    }

    private Optional<KeyFile.Entry> byName(String name) {
        String wanted = CellText.matchKey(name);
        return keys.accounts().stream().filter(entry -> CellText.matchKey(entry.name()).equals(wanted)).findFirst();
    }

    private Optional<KeyFile.Entry> byId(String id) {
        return keys.accounts().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }
}
