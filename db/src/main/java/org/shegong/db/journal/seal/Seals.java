package org.shegong.db.journal.seal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.shegong.db.domain.IdNumber;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.SearchIndex;
import org.shegong.db.security.Account;
import org.shegong.db.security.SealDirectory;
import org.shegong.db.security.SealHolder;
import org.shegong.db.security.SealSecret;

/**
 * The keys of sealed records that the person signed in can open, and for whom else keys can be wrapped. Belongs to the
 * open file, travels with each of its connections and is closed with it: opened keys are then overwritten (where bytes
 * stay nevertheless: {@link SealSecret}). Keys are named {@code root:generation}; what is about several sealed records
 * opens only with all their keys, joined by HKDF. Safe for several threads.
 */
public final class Seals implements AutoCloseable {
    private static final String DATA = "org.shegong.seals";
    /** Of the program's own work without an account: opens nothing and seals nothing. */
    static final Seals NONE = new Seals(new SealDirectory() {
        @Override
        public List<SealHolder> holders() {
            return List.of();
        }

        @Override
        public Optional<byte[]> sheetKey() {
            return Optional.empty();
        }
    }, new Account("", "", ""), null, null, () -> LocalDate.EPOCH);
    private static final SecureRandom RANDOM = new SecureRandom();
    private final SealDirectory directory;
    private final Account account;
    private final SealSecret own;
    private final SealSecret sheet;
    private final Supplier<LocalDate> today;
    /** Guarded by itself, as is what is lent; nobody outside is given the arrays, since they are overwritten. */
    private final Map<String, byte[]> opened = new HashMap<>();
    /** What was opened or made with the recovery sheet, while {@link #withSheet} works, and for its thread alone. */
    private final Map<String, byte[]> borrowed = new HashMap<>();
    private final SealedWords words = new SealedWords();
    private byte[] lookup = new byte[0];
    private SealSecret lent;
    private Thread borrower;

    /**
     * @param account who is signed in
     * @param own his secret; null when he has none yet: then he opens nothing, but what he writes is sealed
     * @param sheet the secret of the recovery sheet, when it was typed in; else null
     * @param today the day the program believes in, on which categories must hold
     */
    public Seals(SealDirectory directory, Account account, SealSecret own, SealSecret sheet, Supplier<LocalDate> today) {
        this.directory = directory;
        this.account = account;
        this.own = own;
        this.sheet = sheet;
        this.today = today;
    }

    /** The key of the duplicate check and of sums that follows from a file's data key. */
    public static byte[] lookupKey(byte[] dataKey) {
        return SealSecret.derive(dataKey, new byte[0], "lookup of sealed identity numbers");
    }

    /** @param key as {@link #lookupKey} gives it */
    public void attach(byte[] key) {
        lookup = key.clone();
    }

    /** Lets a connection's work find them. */
    public void carry(DSLContext db) {
        db.configuration().data(DATA, this);
    }

    /** Those that the connection carries; empty for the program's own work without an account. */
    public static Optional<Seals> of(DSLContext db) {
        return Optional.ofNullable((Seals) db.configuration().data(DATA));
    }

    /** True when there is a recovery sheet that records can be sealed for. */
    public boolean isActive() {
        return directory.sheetKey().isPresent();
    }

    SealDirectory directory() {
        return directory;
    }

    LocalDate today() {
        return today.get();
    }

    /** @param index gives the words by which records are found */
    public void use(FormCatalogue forms, SearchIndex index) {
        words.use(forms, index);
    }

    /** Ids of sealed records of the form, of those that open, with a word that begins like this one. */
    public Set<String> matching(DSLContext db, String form, String word) {
        return words.matching(db, form, word);
    }

    /**
     * Everything that this account holds of a record's keys, joined; empty when one of them is missing. The array is the
     * caller's own.
     */
    Optional<byte[]> key(DSLContext db, String keys) {
        String[] names = keys.split(" ");
        if (names.length == 1) {
            return single(db, keys);
        }
        byte[] all = new byte[names.length * SealSecret.LENGTH];
        try {
            for (int i = 0; i < names.length; i++) {
                Optional<byte[]> one = single(db, names[i]);
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                System.arraycopy(one.get(), 0, all, i * SealSecret.LENGTH, SealSecret.LENGTH);
                Arrays.fill(one.get(), (byte) 0);
            }
            return Optional.of(SealSecret.derive(all, new byte[0], "joined keys of sealed records"));
        } finally {
            Arrays.fill(all, (byte) 0);
        }
    }

    /** Whether {@link #key} gives one. */
    boolean opens(DSLContext db, String keys) {
        Optional<byte[]> key = key(db, keys);
        key.ifPresent(one -> Arrays.fill(one, (byte) 0));
        return key.isPresent();
    }

    private Optional<byte[]> known(String name) {
        synchronized (opened) {
            byte[] known = opened.get(name);
            return Optional.ofNullable(known == null && isBorrower() ? borrowed.get(name) : known).map(byte[]::clone);
        }
    }

    private boolean isBorrower() {
        return Thread.currentThread().equals(borrower);
    }

    /** @param withSheet whether the recovery sheet opened or made it, while it is lent */
    private void keep(String name, byte[] key, boolean withSheet) {
        synchronized (opened) {
            byte[] before = (withSheet ? borrowed : opened).put(name, key.clone());
            if (before != null) {
                Arrays.fill(before, (byte) 0);
            }
        }
    }

    private Optional<SealSecret> paper() {
        synchronized (opened) {
            return Optional.ofNullable(isBorrower() ? lent : sheet);
        }
    }

    private Optional<byte[]> single(DSLContext db, String name) {
        Optional<byte[]> known = known(name);
        if (known.isPresent()) {
            return known;
        }
        int colon = name.indexOf(':');
        for (Record row : db.fetch("SELECT holder, wrap FROM record_key WHERE root_id = ? AND generation = ?"
                + " AND holder IN (?, ?)", name.substring(0, colon), Long.parseLong(name.substring(colon + 1)),
                account.id(), SealHolder.RECOVERY)) {
            String holder = row.get(0, String.class);
            boolean byPaper = holder.equals(SealHolder.RECOVERY);
            Optional<byte[]> key = (byPaper ? paper() : Optional.ofNullable(own))
                .flatMap(secret -> secret.open(row.get(1, byte[].class), context(name, holder)));
            if (key.isPresent()) {
                keep(name, key.get(), byPaper && isLent());
                return key;
            }
        }
        return Optional.empty();
    }

    private boolean isLent() {
        synchronized (opened) {
            return isBorrower();
        }
    }

    private static String context(String name, String holder) {
        return name + "\n" + holder;
    }

    /**
     * Works with the recovery sheet for a while, to hand keys on. It opens records for this thread alone, and what it
     * opened is forgotten afterwards; what others open meanwhile stays theirs.
     *
     * @param secret of the sheet; closed here
     */
    public <T> T withSheet(SealSecret secret, Supplier<T> work) {
        try (secret) {
            synchronized (opened) {
                lent = secret;
                borrower = Thread.currentThread();
            }
            return work.get();
        } finally {
            synchronized (opened) {
                lent = null;
                borrower = null;
                overwrite(borrowed);
            }
            words.forget();
        }
    }

    private static void overwrite(Map<String, byte[]> keys) {
        keys.values().forEach(key -> Arrays.fill(key, (byte) 0));
        keys.clear();
    }

    /** A new key under this name, known to this session from now on; the array is the caller's own. */
    byte[] fresh(String name) {
        byte[] key = new byte[SealSecret.LENGTH];
        RANDOM.nextBytes(key);
        keep(name, key, isLent());
        return key;
    }

    byte[] wrap(String name, String holder, byte[] publicKey, byte[] key) {
        return SealSecret.wrap(publicKey, key, context(name, holder), RANDOM);
    }

    /**
     * Seals something for one account alone, and for the recovery sheet, so that a lost password does not lose it.
     *
     * @return null when the account has no pair yet or there is no sheet to seal for
     */
    public String sealFor(String accountId, String place, String text) {
        byte[] reader = directory.holders().stream().filter(one -> one.account().id().equals(accountId))
            .map(SealHolder::publicKey).filter(Objects::nonNull).findFirst().orElse(null);
        Optional<byte[]> paper = directory.sheetKey();
        if (reader == null || paper.isEmpty()) {
            return null;
        }
        byte[] key = new byte[SealSecret.LENGTH];
        RANDOM.nextBytes(key);
        try {
            return String.join(".", text64(SealSecret.wrap(reader, key, place, RANDOM)),
                text64(SealSecret.wrap(paper.get(), key, place, RANDOM)),
                text64(SealCipher.seal(key, place, text.getBytes(StandardCharsets.UTF_8))));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** What {@link #sealFor} made for this account or with the sheet; empty when it is another's or was altered. */
    public Optional<String> openOwn(String place, String sealed) {
        String[] parts = sealed.split("\\.");
        if (parts.length != 3) {
            return Optional.empty();
        }
        Optional<byte[]> key = own == null ? Optional.empty() : own.open(bytes64(parts[0]), place);
        if (key.isEmpty() && sheet != null) {
            key = sheet.open(bytes64(parts[1]), place);
        }
        return key.flatMap(one -> SealCipher.open(one, place, bytes64(parts[2])))
            .map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    private static String text64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes64(String text) {
        return Base64.getDecoder().decode(text);
    }

    /**
     * The keyed hash under which an identity number of a sealed record is found. Its key follows from the file's: who
     * has the file's key can try numbers, one by one, but reads none.
     */
    public String lookup(String idNumber) {
        return text64(SealCipher.hmac(lookup, "id", IdNumber.normalise(idNumber).getBytes(StandardCharsets.UTF_8)));
    }

    /** Ids of sealed records with this identity number, whoever may open them. */
    public Set<String> withIdNumber(DSLContext db, String idNumber) {
        return idNumber.isBlank() ? Set.of() : Set.copyOf(db.resultQuery(
            "SELECT record_id FROM sealed_lookup WHERE hash = ?", lookup(idNumber)).fetch(0, String.class));
    }

    /** Shows damage of sealed content to whoever cannot open it. */
    byte[] sum(String place, String keys, byte[] content) {
        return SealCipher.hmac(lookup, "sum\n" + place + "\n" + keys, content);
    }

    @Override
    public void close() {
        synchronized (opened) {
            overwrite(opened);
            overwrite(borrowed);
        }
        words.forget();
        if (own != null) {
            own.close();
        }
        if (sheet != null) {
            sheet.close();
        }
        Arrays.fill(lookup, (byte) 0);
    }
}
