package org.shegong.db.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Shows whether names and roles in the key file were edited by somebody who could not open the station. */
final class RoleSeal {
    private RoleSeal() {
    }

    static KeyFile seal(KeyFile keys, DataKey key) {
        return new KeyFile(keys.format(), keys.fileId(), keys.accounts(), keys.recovery(), keys.former(), keys.handed(),
                KeyWrap.encode(mac(keys, key)));
    }

    static boolean matches(KeyFile keys, DataKey key) {
        byte[] stored;
        try {
            stored = keys.seal() == null ? new byte[0] : KeyWrap.decode(keys.seal());
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        return MessageDigest.isEqual(stored, mac(keys, key));
    }

    private static byte[] mac(KeyFile keys, DataKey key) {
        byte[] secret = key.bytes();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            update(mac, "accounts of " + keys.fileId());
            for (KeyFile.Entry entry : keys.accounts()) {
                update(mac, entry.id());
                update(mac, entry.name());
                update(mac, entry.role());
                publicKey(mac, entry.seal());
            }
            publicKey(mac, keys.recovery() == null ? null : keys.recovery().seal());
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** Key files of older programs have none. */
    private static void publicKey(Mac mac, KeyFile.SealPair pair) {
        if (pair != null && pair.publicKey() != null) {
            update(mac, pair.publicKey());
        }
    }

    /** Each text is closed by a byte that UTF-8 never uses, so that texts cannot flow into one another. */
    private static void update(Mac mac, String text) {
        mac.update(text.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0xFF);
    }
}
