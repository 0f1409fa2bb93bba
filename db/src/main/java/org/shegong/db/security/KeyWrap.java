package org.shegong.db.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The data key as one owner's copy, encrypted with AES-256-GCM. The owner and the file are bound to it as
 * associated data, so that a copy cannot be moved to another account or file.
 *
 * @param nonce   12 bytes, base64
 * @param wrapped 48 bytes (key and tag), base64
 * @param sum     tells damage from a wrong password: SHA-256 over nonce and wrapped bytes, base64
 */
record KeyWrap(String nonce, String wrapped, String sum) {
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    static KeyWrap seal(DataKey key, byte[] wrappingKey, String owner, String fileId, SecureRandom random) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        byte[] plain = key.bytes();
        try {
            byte[] wrapped = cipher(Cipher.ENCRYPT_MODE, wrappingKey, nonce, owner, fileId).doFinal(plain);
            return new KeyWrap(encode(nonce), encode(wrapped), encode(digest(nonce, wrapped)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** Empty when the wrapping key is not the right one. */
    Optional<DataKey> open(byte[] wrappingKey, String owner, String fileId) {
        byte[] plain = new byte[0];
        try {
            plain = cipher(Cipher.DECRYPT_MODE, wrappingKey, decode(nonce), owner, fileId).doFinal(decode(wrapped));
            return Optional.of(DataKey.of(plain));
        } catch (AEADBadTagException wrongKey) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** False when the stored bytes are not those that were written. */
    boolean intact() {
        try {
            return nonce != null && wrapped != null && sum != null
                    && MessageDigest.isEqual(decode(sum), digest(decode(nonce), decode(wrapped)));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String owner, String fileId)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((fileId + "\n" + owner).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] digest(byte[] nonce, byte[] wrapped) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(nonce);
            return digest.digest(wrapped);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] decode(String text) {
        return Base64.getDecoder().decode(text);
    }
}
