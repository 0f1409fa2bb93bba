package org.shegong.db.security;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Derives the key that wraps the data key from a password, by Argon2id 1.3. */
final class PasswordKey {
    static final int SALT_LENGTH = 16;

    private PasswordKey() {
    }

    /** 32 bytes; the password is not changed. Full-width letters and composed marks count as their plain forms. */
    static byte[] derive(char[] password, byte[] salt, KdfCost cost) {
        byte[] secret = utf8(password);
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(cost.memoryKib())
                    .withIterations(cost.iterations())
                    .withParallelism(cost.parallelism())
                    .withSalt(salt)
                    .build());
            byte[] key = new byte[DataKey.LENGTH];
            generator.generateBytes(secret, key);
            return key;
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static byte[] utf8(char[] password) {
        String plain = Normalizer.normalize(CharBuffer.wrap(password), Normalizer.Form.NFKC);
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(plain);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }
}
