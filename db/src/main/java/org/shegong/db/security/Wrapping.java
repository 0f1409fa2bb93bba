package org.shegong.db.security;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes and opens the copies of the data key, and the pairs for sealed records, that a key file holds. Both are wrapped
 * with keys from one slow derivation: the data key with its result, the private half with what HKDF makes of that.
 */
final class Wrapping {
    private static final String RECOVERY = SealHolder.RECOVERY;
    private static final String SEAL = "seal ";
    private static final String HANDED = "data key\n";
    private final KdfCost cost;
    private final SecureRandom random;

    /**
     * @param cost of deriving keys from passwords that are set from now on
     */
    Wrapping(KdfCost cost, SecureRandom random) {
        this.cost = cost;
        this.random = random;
    }

    /**
     * What opened.
     *
     * @param seal null when there is none that is intact
     * @param wrap the copy of the data key, for the key file when {@code changed}
     * @param pair the pair, likewise
     * @param changed true when the key file should keep the two, because one of them was made just now
     */
    record Opened(DataKey key, SealSecret seal, KeyWrap wrap, KeyFile.SealPair pair, boolean changed) {
    }

    DataKey newDataKey() {
        return DataKey.random(random);
    }

    RecoveryKey newRecoveryKey() {
        return RecoveryKey.random(random);
    }

    SealSecret newSeal() {
        return SealSecret.random(random);
    }

    /** @param seal the account's pair, which stays; null for a new one */
    KeyFile.Entry entry(Account account, char[] password, DataKey key, SealSecret seal, String fileId) {
        byte[] salt = salt();
        return withDerived(password, salt, cost, secret -> {
            try (SealSecret kept = seal == null ? SealSecret.random(random) : seal.copy()) {
                return new KeyFile.Entry(account.id(), account.name(), account.role(), KeyFile.Kdf.of(cost, salt),
                        KeyWrap.seal(key, secret, account.id(), fileId, random), pair(kept, secret, account.id(), fileId));
            }
        });
    }

    KeyFile.Recovery recovery(RecoveryKey recoveryKey, DataKey key, String fileId) {
        byte[] salt = salt();
        byte[] secret = recoveryKey.wrappingKey(salt);
        try (SealSecret seal = SealSecret.random(random)) {
            return new KeyFile.Recovery(KeyWrap.encode(salt), KeyWrap.seal(key, secret, RECOVERY, fileId, random),
                    pair(seal, secret, RECOVERY, fileId));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private KeyFile.SealPair pair(SealSecret seal, byte[] secret, String owner, String fileId) {
        byte[] own = SealSecret.derive(secret, new byte[0], SEAL + owner);
        try {
            return new KeyFile.SealPair(KeyWrap.encode(seal.publicKey()),
                    KeyWrap.seal(seal.key(), own, SEAL + owner, fileId, random));
        } finally {
            Arrays.fill(own, (byte) 0);
        }
    }

    private static SealSecret seal(KeyFile.SealPair pair, byte[] secret, String owner, String fileId) {
        if (pair == null || !pair.intact()) {
            return null;
        }
        byte[] own = SealSecret.derive(secret, new byte[0], SEAL + owner);
        try {
            return pair.secret().open(own, SEAL + owner, fileId).map(SealSecret::of).orElse(null);
        } finally {
            Arrays.fill(own, (byte) 0);
        }
    }

    /** A data key as it is sealed for somebody's pair when a file gets another one. */
    String handed(DataKey key, byte[] publicKey, String owner, String fileId) {
        byte[] bytes = key.bytes();
        try {
            return KeyWrap.encode(SealSecret.wrap(publicKey, bytes, HANDED + fileId + "\n" + owner, random));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private Opened opened(DataKey key, KeyWrap wrap, KeyFile.SealPair pair, byte[] secret, String owner, String fileId) {
        if (pair != null) {
            return new Opened(key, seal(pair, secret, owner, fileId), wrap, pair, false);
        }
        SealSecret fresh = SealSecret.random(random);
        return new Opened(key, fresh, wrap, pair(fresh, secret, owner, fileId), true);
    }

    /** The file got another key: the pair opens it, and from now on the password does. */
    private Optional<Opened> taken(DataKey before, byte[] box, KeyFile.SealPair pair, byte[] secret, String owner,
                                   String fileId) {
        before.close();
        SealSecret seal = seal(pair, secret, owner, fileId);
        return seal == null ? Optional.empty() : seal.open(box, HANDED + fileId + "\n" + owner).map(bytes -> {
            DataKey key = DataKey.of(bytes);
            Arrays.fill(bytes, (byte) 0);
            return new Opened(key, seal, KeyWrap.seal(key, secret, owner, fileId, random), pair, true);
        });
    }

    /**
     * What an intact entry holds; empty when the password is another.
     *
     * @param box a new data key sealed for the account; null when there is none
     */
    Optional<Opened> open(KeyFile.Entry entry, char[] password, byte[] box, String fileId) {
        return withDerived(password, entry.kdf().saltBytes(), entry.kdf().cost(),
                secret -> entry.key().open(secret, entry.id(), fileId).flatMap(key -> box == null
                        ? Optional.of(opened(key, entry.key(), entry.seal(), secret, entry.id(), fileId))
                        : taken(key, box, entry.seal(), secret, entry.id(), fileId)));
    }

    /** What an intact recovery entry holds; empty when the recovery key is another. */
    Optional<Opened> open(KeyFile.Recovery recovery, RecoveryKey recoveryKey, byte[] box, String fileId) {
        byte[] secret = recoveryKey.wrappingKey(KeyWrap.decode(recovery.salt()));
        try {
            return recovery.key().open(secret, RECOVERY, fileId).flatMap(key -> box == null
                    ? Optional.of(opened(key, recovery.key(), recovery.seal(), secret, RECOVERY, fileId))
                    : taken(key, box, recovery.seal(), secret, RECOVERY, fileId));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** What an older sheet still opens of sealed records. */
    static Optional<SealSecret> open(KeyFile.Former former, RecoveryKey recoveryKey, String fileId) {
        byte[] secret = recoveryKey.wrappingKey(KeyWrap.decode(former.salt()));
        try {
            return Optional.ofNullable(seal(former.seal(), secret, RECOVERY, fileId));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static <T> T withDerived(char[] password, byte[] salt, KdfCost cost, Function<byte[], T> use) {
        byte[] secret = PasswordKey.derive(password, salt, cost);
        try {
            return use.apply(secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private byte[] salt() {
        byte[] salt = new byte[PasswordKey.SALT_LENGTH];
        random.nextBytes(salt);
        return salt;
    }
}
