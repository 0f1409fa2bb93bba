package org.shegong.db.journal.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, byte[]> opened = new ConcurrentHashMap<>();
    private final SealedWords words = new SealedWords();
    private byte[] lookup = new byte[0];
    private volatile SealSecret lent;

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

    /** Everything that this account holds of a record's keys, joined; empty when one of them is missing. */
    Optional<byte[]> key(DSLContext db, String keys) {
        String[] names = keys.split(" ");
        if (names.length == 1) {
            return single(db, keys);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String name : names) {
            Optional<byte[]> one = single(db, name);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all.writeBytes(one.get());
        }
        return Optional.of(SealSecret.derive(all.toByteArray(), new byte[0], "joined keys of sealed records"));
    }

    private Optional<byte[]> single(DSLContext db, String name) {
        byte[] known = opened.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        int colon = name.indexOf(':');
        for (Record row : db.fetch("SELECT holder, wrap FROM record_key WHERE root_id = ? AND generation = ?"
                + " AND holder IN (?, ?)", name.substring(0, colon), Long.parseLong(name.substring(colon + 1)),
                account.id(), SealHolder.RECOVERY)) {
            String holder = row.get(0, String.class);
            SealSecret secret = !holder.equals(SealHolder.RECOVERY) ? own : lent == null ? sheet : lent;
            Optional<byte[]> key = secret == null ? Optional.empty()
                : secret.open(row.get(1, byte[].class), context(name, holder));
            if (key.isPresent()) {
                opened.put(name, key.get());
                return key;
            }
        }
        return Optional.empty();
    }

    private static String context(String name, String holder) {
        return name + "\n" + holder;
    }

    /**
     * Works with the recovery sheet for a while, to hand keys on. What it opened is forgotten afterwards.
     *
     * @param secret of the sheet; closed here
     */
    public <T> T withSheet(SealSecret secret, Supplier<T> work) {
        Set<String> before = Set.copyOf(opened.keySet());
        try (secret) {
            lent = secret;
            return work.get();
        } finally {
            lent = null;
            words.forget();
            opened.entrySet().removeIf(one -> {
                boolean foreign = !before.contains(one.getKey());
                if (foreign) {
                    Arrays.fill(one.getValue(), (byte) 0);
                }
                return foreign;
            });
        }
    }

    /** A new key under this name, known to this session from now on. */
    byte[] fresh(String name) {
        byte[] key = new byte[SealSecret.LENGTH];
        RANDOM.nextBytes(key);
        opened.put(name, key);
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
        opened.values().forEach(key -> Arrays.fill(key, (byte) 0));
        opened.clear();
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
