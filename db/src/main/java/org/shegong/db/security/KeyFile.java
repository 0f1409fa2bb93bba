package org.shegong.db.security;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The content of {@code keys.json}. One damaged account does not keep the others out: its fields are judged
 * when it signs in.
 *
 * @param format   2; a higher one was written by a newer program, 1 by one that knew no sealed records
 * @param fileId   identity of the station's file, the same on every computer that holds a copy
 * @param accounts in the order of making; never empty
 * @param recovery the copy for the printed recovery key
 * @param former   what recovery sheets before hold of sealed records, for records that nobody has wrapped for the
 *                 new sheet yet; null when there are none
 * @param handed   a new data key, sealed for the pairs of those who have not signed in since the file got it, base64 by
 *                 account id and {@code recovery}; null when there are none
 * @param seal     HMAC of names, roles and public keys under the data key, base64
 */
record KeyFile(int format, String fileId, List<Entry> accounts, Recovery recovery,
               @JsonInclude(JsonInclude.Include.NON_NULL) List<Former> former,
               @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, String> handed, String seal) {
    static final int FORMAT = 2;
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /**
     * A pair for sealed records.
     *
     * @param publicKey 32 bytes, base64
     * @param secret the private half, wrapped
     */
    record SealPair(String publicKey, KeyWrap secret) {
        boolean intact() {
            try {
                return publicKey != null && KeyWrap.decode(publicKey).length == SealSecret.LENGTH && secret != null
                        && secret.intact();
            } catch (IllegalArgumentException notBase64) {
                return false;
            }
        }
    }

    /** What is left of an older recovery sheet: salt and pair, without the data key. */
    record Former(String salt, SealPair seal) {
    }

    /** One account with its copy of the data key and, once it has signed in, its pair for sealed records. */
    record Entry(String id, String name, String role, Kdf kdf, KeyWrap key,
                 @JsonInclude(JsonInclude.Include.NON_NULL) SealPair seal) {
        Account account() {
            return new Account(id, name, role);
        }

        boolean intact() {
            return kdf != null && kdf.intact() && key != null && key.intact();
        }

        Entry with(KeyWrap wrap, SealPair pair) {
            return new Entry(id, name, role, kdf, wrap, pair);
        }
    }

    /** How an account's password becomes a key; bounds are checked before a derivation, not when reading. */
    record Kdf(String name, int memoryKib, int iterations, int parallelism, String salt) {
        static final String ARGON2ID = "argon2id";

        static Kdf of(KdfCost cost, byte[] salt) {
            return new Kdf(ARGON2ID, cost.memoryKib(), cost.iterations(), cost.parallelism(), KeyWrap.encode(salt));
        }

        KdfCost cost() {
            return new KdfCost(memoryKib, iterations, parallelism);
        }

        byte[] saltBytes() {
            return KeyWrap.decode(salt);
        }

        boolean intact() {
            try {
                cost();
                return ARGON2ID.equals(name) && salt != null && saltBytes().length == PasswordKey.SALT_LENGTH;
            } catch (IllegalArgumentException outOfBoundsOrNotBase64) {
                return false;
            }
        }
    }

    /** The copy for the recovery key, which needs no slow derivation: it is random; with its pair for sealed records. */
    record Recovery(String salt, KeyWrap key, @JsonInclude(JsonInclude.Include.NON_NULL) SealPair seal) {
        boolean intact() {
            try {
                return salt != null && KeyWrap.decode(salt).length == PasswordKey.SALT_LENGTH
                        && key != null && key.intact();
            } catch (IllegalArgumentException notBase64) {
                return false;
            }
        }
    }

    byte[] toJson() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of text always become JSON", e);
        }
    }

    /**
     * @throws KeyRingException MISSING, NO_ACCESS, DAMAGED or NEWER
     */
    static KeyFile read(Path file) {
        byte[] content;
        try {
            if (Files.size(file) > LARGEST) {
                throw new KeyRingException(KeyRingException.Reason.DAMAGED, null);
            }
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new KeyRingException(KeyRingException.Reason.MISSING, e);
        } catch (IOException e) {
            throw new KeyRingException(KeyRingException.Reason.NO_ACCESS, e);
        }
        return parse(content);
    }

    static KeyFile parse(byte[] content) {
        KeyFile keys;
        try {
            keys = JSON.readValue(new String(content, StandardCharsets.UTF_8), KeyFile.class);
        } catch (JsonProcessingException e) {
            throw new KeyRingException(KeyRingException.Reason.DAMAGED, e);
        }
        if (keys != null && keys.format > FORMAT) {
            throw new KeyRingException(KeyRingException.Reason.NEWER, null);
        }
        if (keys == null || !keys.complete()) {
            throw new KeyRingException(KeyRingException.Reason.DAMAGED, null);
        }
        return keys;
    }

    /** The sealed new data key of somebody; null when his own copy is the new one already. */
    byte[] handedTo(String owner) {
        String box = handed == null ? null : handed.get(owner);
        return box == null ? null : KeyWrap.decode(box);
    }

    /** What is left of them when somebody has taken his. */
    Map<String, String> handedWithout(String owner) {
        Map<String, String> left = new TreeMap<>(handed == null ? Map.of() : handed);
        left.remove(owner);
        return left.isEmpty() ? null : left;
    }

    List<Former> formerSheets() {
        return former == null ? List.of() : former;
    }

    private boolean complete() {
        if (format < 1 || fileId == null || accounts == null || accounts.isEmpty()) {
            return false;
        }
        Set<String> ids = new HashSet<>();
        return accounts.stream().allMatch(entry -> entry != null && entry.id() != null && entry.name() != null
                && entry.role() != null && ids.add(entry.id()));
    }
}
