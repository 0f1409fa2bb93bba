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
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;

/**
 * The private half of an X25519 pair, with which its owner opens the keys of sealed records that were wrapped for him:
 * an account, or whoever holds the recovery sheet. Whoever knows the public half can wrap for him without being able to
 * open what others wrapped. Close it when the station is locked: the bytes are then overwritten and every further use
 * fails. Never printed.
 *
 * <p>Where key bytes are not overwritten: the ciphers of the Java runtime and of Bouncy Castle copy a key into objects
 * of their own (key specification, expanded AES round keys, curve scalars), which nobody can clear and which stay in
 * memory until the collector reuses their place; the collector may also have moved, that is copied, any array before it
 * was overwritten. Opened values are Java strings and stay likewise. A memory picture taken while the station is open,
 * or soon after, may show them; a computer that was switched off shows nothing. The driver never sees these keys.
 */
public final class SealSecret implements AutoCloseable {
    /** Length of private and public halves and of the keys that are wrapped, in bytes. */
    public static final int LENGTH = 32;
    private static final int TAG_BITS = 128;
    private static final byte[] ONCE = new byte[12];
    private final DataKey secret;

    private SealSecret(DataKey secret) {
        this.secret = secret;
    }

    static SealSecret random(SecureRandom random) {
        byte[] bytes = new X25519PrivateKeyParameters(random).getEncoded();
        try {
            return of(DataKey.of(bytes));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Takes the bytes over; closing one closes both. */
    static SealSecret of(DataKey bytes) {
        return new SealSecret(bytes);
    }

    /** The private half, as what a password wraps. */
    DataKey key() {
        return secret;
    }

    /** A copy that outlives this one. */
    public SealSecret copy() {
        return new SealSecret(secret.copy());
    }

    /** The public half. */
    public byte[] publicKey() {
        byte[] bytes = secret.bytes();
        try {
            return new X25519PrivateKeyParameters(bytes, 0).generatePublicKey().getEncoded();
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Short name of a public key, by which a wrap says for which one it was made. */
    public static String fingerprint(byte[] publicKey) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(publicKey);
            return Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 12));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    /**
     * Wraps a key so that only the owner of a public key can open it.
     *
     * @param context what the key is for; opening asks for the same, so that a wrap cannot be moved
     * @return public half of a pair made for this once, then the key encrypted with AES-256-GCM
     */
    public static byte[] wrap(byte[] publicKey, byte[] key, String context, SecureRandom random) {
        try (SealSecret once = random(random)) {
            byte[] mine = once.publicKey();
            byte[] shared = once.agree(publicKey, mine, publicKey);
            try {
                byte[] sealed = cipher(Cipher.ENCRYPT_MODE, shared, context).doFinal(key);
                byte[] wrap = Arrays.copyOf(mine, LENGTH + sealed.length);
                System.arraycopy(sealed, 0, wrap, LENGTH, sealed.length);
                return wrap;
            } finally {
                Arrays.fill(shared, (byte) 0);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }

    /** The key in a wrap; empty when it was made for somebody or something else, or was altered. */
    public Optional<byte[]> open(byte[] wrap, String context) {
        if (wrap.length <= LENGTH) {
            return Optional.empty();
        }
        byte[] theirs = Arrays.copyOf(wrap, LENGTH);
        byte[] shared = new byte[0];
        try {
            shared = agree(theirs, theirs, publicKey());
            return Optional.of(cipher(Cipher.DECRYPT_MODE, shared, context).doFinal(wrap, LENGTH, wrap.length - LENGTH));
        } catch (AEADBadTagException | IllegalStateException notForUs) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        } finally {
            Arrays.fill(shared, (byte) 0);
        }
    }

    /** @throws IllegalStateException when the public key is one of the few that make no secret */
    private byte[] agree(byte[] publicKey, byte[] once, byte[] owner) {
        byte[] bytes = secret.bytes();
        byte[] agreed = new byte[LENGTH];
        try {
            new X25519PrivateKeyParameters(bytes, 0).generateSecret(new X25519PublicKeyParameters(publicKey, 0), agreed, 0);
            byte[] salt = Arrays.copyOf(once, 2 * LENGTH);
            System.arraycopy(owner, 0, salt, LENGTH, LENGTH);
            return derive(agreed, salt, "key of a sealed record");
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(agreed, (byte) 0);
        }
    }

    /** A key for one purpose from another key, by HKDF with SHA-256. */
    public static byte[] derive(byte[] key, byte[] salt, String purpose) {
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(key, salt, purpose.getBytes(StandardCharsets.UTF_8)));
        byte[] derived = new byte[LENGTH];
        hkdf.generateBytes(derived, 0, LENGTH);
        return derived;
    }

    /** The key is used for one message alone, so the nonce may be constant. */
    private static Cipher cipher(int mode, byte[] key, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, ONCE));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    @Override
    public void close() {
        secret.close();
    }

    @Override
    public String toString() {
        return "SealSecret";
    }
}
