package org.shegong.db.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.shegong.db.domain.CellText;

/**
 * The key printed on the recovery sheet: 175 random bits in seven groups of five characters and an eighth group
 * that catches typing errors. The alphabet has no I, O, 0 and 1. Equal keys have equal text.
 */
public final class RecoveryKey {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int GROUP = 5;
    private static final int RANDOM_LENGTH = 35;
    private static final int LENGTH = RANDOM_LENGTH + GROUP;
    private final String characters;

    private RecoveryKey(String characters) {
        this.characters = characters;
    }

    /** What came of reading a typed key. */
    public sealed interface Typed {
        /** Well typed; whether it opens this station is another matter. */
        record Read(RecoveryKey key) implements Typed {
        }

        /** Typed wrongly. */
        record Refused(Problem problem) implements Typed {
        }
    }

    /** What is wrong with a typed key. */
    public enum Problem {
        /** Not 40 characters without spaces and dashes. */
        LENGTH,
        /** A character that no key has. */
        CHARACTER,
        /** The last group does not fit the others: some character is wrong. */
        CHECK;

        /** Key in the messages bundle, such as {@code recovery.length}. */
        public String messageKey() {
            return "recovery." + name().toLowerCase(Locale.ROOT);
        }
    }

    static RecoveryKey random(SecureRandom random) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new RecoveryKey(text + check(text.toString()));
    }

    /** Reads a typed key; case, width, spaces, dashes and line breaks do not matter. */
    public static Typed parse(String typed) {
        String text = CellText.compact(typed).replaceAll("[-\u2010-\u2015\u2212_.]", "").toUpperCase(Locale.ROOT);
        if (text.length() != LENGTH) {
            return new Typed.Refused(Problem.LENGTH);
        }
        if (text.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            return new Typed.Refused(Problem.CHARACTER);
        }
        return check(text.substring(0, RANDOM_LENGTH)).equals(text.substring(RANDOM_LENGTH))
                ? new Typed.Read(new RecoveryKey(text)) : new Typed.Refused(Problem.CHECK);
    }

    /** The eight groups in order, for printing. */
    public List<String> groups() {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < LENGTH; i += GROUP) {
            groups.add(characters.substring(i, i + GROUP));
        }
        return List.copyOf(groups);
    }

    /** The groups joined by dashes. */
    public String text() {
        return String.join("-", groups());
    }

    /** The key that wraps the data key; random enough to need no slow derivation. */
    byte[] wrappingKey(byte[] salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return mac.doFinal(characters.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecoveryKey key && key.characters.equals(characters);
    }

    @Override
    public int hashCode() {
        return characters.hashCode();
    }

    /** Never the key itself, which must not reach a log. */
    @Override
    public String toString() {
        return "RecoveryKey";
    }

    private static String check(String random) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("recovery " + random).getBytes(StandardCharsets.US_ASCII));
            StringBuilder group = new StringBuilder(GROUP);
            for (int i = 0; i < GROUP; i++) {
                group.append(ALPHABET.charAt(digest[i] & 31));
            }
            return group.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
