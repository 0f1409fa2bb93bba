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
    private static final String RECOVERY = "recovery";
    private static final String SEAL = "seal ";
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
     * @param made a pair made just now because there was none, for the key file; else null
     */
    record Opened(DataKey key, SealSecret seal, KeyFile.SealPair made) {
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

    private Opened opened(DataKey key, KeyFile.SealPair pair, byte[] secret, String owner, String fileId) {
        if (pair != null) {
            return new Opened(key, seal(pair, secret, owner, fileId), null);
        }
        SealSecret fresh = SealSecret.random(random);
        return new Opened(key, fresh, pair(fresh, secret, owner, fileId));
    }

    /** What an intact entry holds; empty when the password is another. */
    Optional<Opened> open(KeyFile.Entry entry, char[] password, String fileId) {
        return withDerived(password, entry.kdf().saltBytes(), entry.kdf().cost(),
                secret -> entry.key().open(secret, entry.id(), fileId)
                        .map(key -> opened(key, entry.seal(), secret, entry.id(), fileId)));
    }

    /** What an intact recovery entry holds; empty when the recovery key is another. */
    Optional<Opened> open(KeyFile.Recovery recovery, RecoveryKey recoveryKey, String fileId) {
        byte[] secret = recoveryKey.wrappingKey(KeyWrap.decode(recovery.salt()));
        try {
            return recovery.key().open(secret, RECOVERY, fileId)
                    .map(key -> opened(key, recovery.seal(), secret, RECOVERY, fileId));
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
