package org.shegong.db.journal.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a random nonce in front: one byte of format, 12 of nonce, then the encrypted bytes with their tag. */
final class SealCipher {
    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SealCipher() {
    }

    /** @param place what the content belongs to; opening asks for the same, so that content cannot be moved */
    static byte[] seal(byte[] key, String place, byte[] plain) {
        byte[] head = new byte[1 + NONCE];
        RANDOM.nextBytes(head);
        head[0] = FORMAT;
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, head, place).doFinal(plain);
            byte[] all = Arrays.copyOf(head, head.length + sealed.length);
            System.arraycopy(sealed, 0, all, head.length, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }

    /** Empty when the content was altered, moved from elsewhere or sealed with another key. */
    static Optional<byte[]> open(byte[] key, String place, byte[] content) {
        if (content.length <= NONCE || content[0] != FORMAT) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, content, place)
                .doFinal(content, 1 + NONCE, content.length - 1 - NONCE));
        } catch (AEADBadTagException altered) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }

    /** The same; the key is overwritten. */
    static Optional<byte[]> openAndForget(byte[] key, String place, byte[] content) {
        try {
            return open(key, place, content);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] head, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, head, 1, NONCE));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Keyed hash of some text and bytes. */
    static byte[] hmac(byte[] key, String text, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(text.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0xFF);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        }
    }
}
