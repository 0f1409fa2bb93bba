package org.shegong.db.security;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Makes and opens the copies of the data key that a key file holds. */
final class Wrapping {
    private static final String RECOVERY = "recovery";
    private final KdfCost cost;
    private final SecureRandom random;

    /**
     * @param cost of deriving keys from passwords that are set from now on
     */
    Wrapping(KdfCost cost, SecureRandom random) {
        this.cost = cost;
        this.random = random;
    }

    DataKey newDataKey() {
        return DataKey.random(random);
    }

    RecoveryKey newRecoveryKey() {
        return RecoveryKey.random(random);
    }

    KeyFile.Entry entry(Account account, char[] password, DataKey key, String fileId) {
        byte[] salt = salt();
        KeyWrap wrap = withDerived(password, salt, cost,
                secret -> KeyWrap.seal(key, secret, account.id(), fileId, random));
        return new KeyFile.Entry(account.id(), account.name(), account.role(), KeyFile.Kdf.of(cost, salt), wrap);
    }

    KeyFile.Recovery recovery(RecoveryKey recoveryKey, DataKey key, String fileId) {
        byte[] salt = salt();
        return new KeyFile.Recovery(KeyWrap.encode(salt),
                KeyWrap.seal(key, recoveryKey.wrappingKey(salt), RECOVERY, fileId, random));
    }

    /** The data key of an intact entry; empty when the password is another. */
    static Optional<DataKey> open(KeyFile.Entry entry, char[] password, String fileId) {
        return withDerived(password, entry.kdf().saltBytes(), entry.kdf().cost(),
                secret -> entry.key().open(secret, entry.id(), fileId));
    }

    /** The data key of an intact recovery entry; empty when the recovery key is another. */
    static Optional<DataKey> open(KeyFile.Recovery recovery, RecoveryKey recoveryKey, String fileId) {
        return recovery.key().open(recoveryKey.wrappingKey(KeyWrap.decode(recovery.salt())), RECOVERY, fileId);
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
