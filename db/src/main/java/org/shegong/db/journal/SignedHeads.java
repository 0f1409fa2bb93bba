package org.shegong.db.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;

/**
 * The heads of all chains at some time, signed with a key that only an open station has. Kept outside the database,
 * they show later whether entries were cut off or a chain was made anew.
 *
 * @param heads by device
 * @param at when, as the keeper writes times; part of what is signed
 * @param signature hexadecimal HMAC-SHA-256
 */
public record SignedHeads(List<ChainHead> heads, String at, String signature) {
    private static final String ALGORITHM = "HmacSHA256";

    public SignedHeads {
        heads = heads == null ? List.of() : List.copyOf(heads);
    }

    /** The heads of a file as it stands in a transaction. */
    public static SignedHeads of(DSLContext db, String at, byte[] key) {
        return sign(db.resultQuery("SELECT device_id, MAX(seq), hash FROM journal_entry GROUP BY device_id")
            .fetch(row -> new ChainHead(row.get(0, String.class), row.get(1, Long.class), row.get(2, String.class))),
            at, key);
    }

    static SignedHeads sign(List<ChainHead> heads, String at, byte[] key) {
        return new SignedHeads(heads, at, mac(heads, at, key));
    }

    /** The key for signing that follows from a station's data key. */
    public static byte[] keyFrom(byte[] dataKey) {
        return hmac(dataKey, "heads of the journal");
    }

    /** Whether these heads were signed by the station that has this key. */
    public boolean isSignedWith(byte[] key) {
        return signature != null && at != null && MessageDigest.isEqual(signature.getBytes(StandardCharsets.UTF_8),
            mac(heads, at, key).getBytes(StandardCharsets.UTF_8));
    }

    private static String mac(List<ChainHead> heads, String at, byte[] key) {
        StringBuilder text = new StringBuilder().append(at.length()).append(':').append(at);
        heads.forEach(head -> text.append(head.device().length()).append(':').append(head.device())
            .append(head.seq()).append(':').append(head.hash().length()).append(':').append(head.hash()));
        return HexFormat.of().formatHex(hmac(key, text.toString()));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        }
    }
}
