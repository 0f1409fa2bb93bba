package org.shegong.db.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes guessing passwords at the keyboard slow: after three wrong ones in a row an account has to wait, longer with
 * each further one, at most a quarter of an hour; never for ever. The count stands in a small file beside the keys, so
 * it outlives a restart. It is no secret and no proof: somebody who copies the folder guesses against the slow
 * derivation of {@link KdfCost} instead. A file that cannot be read counts as empty.
 */
public final class SignInGuard {
    /** Name of the file in the station's folder. */
    public static final String FILE_NAME = "sign-in.json";
    private static final int FREE = 3;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int LARGEST = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Failures>> ENTRIES = new TypeReference<>() { };
    private final Path file;

    /** @param folder the station's folder */
    public SignInGuard(Path folder) {
        this.file = folder.resolve(FILE_NAME);
    }

    /**
     * Wrong passwords of one account since it last signed in.
     *
     * @param count how many
     * @param last ISO instant of the last one
     */
    record Failures(int count, String last) {
    }

    /** How long an account still has to wait before another try; zero when it need not. */
    public synchronized Duration waiting(String accountId, Instant now) {
        Failures failures = read().get(accountId);
        if (failures == null || failures.count() < FREE) {
            return Duration.ZERO;
        }
        Duration wait = waitAfter(failures.count());
        Duration passed = Duration.between(instant(failures.last(), now), now);
        // A clock that was set back must not lengthen the wait.
        Duration left = passed.isNegative() ? wait : wait.minus(passed);
        return left.isNegative() ? Duration.ZERO : left;
    }

    static Duration waitAfter(int failures) {
        int doublings = Math.min(failures - FREE, 10);
        Duration wait = doublings < 0 ? Duration.ZERO : FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** Notes a wrong password. */
    public synchronized void failed(String accountId, Instant now) {
        Map<String, Failures> entries = read();
        Failures before = entries.get(accountId);
        entries.put(accountId, new Failures(before == null ? 1 : before.count() + 1, now.toString()));
        write(entries);
    }

    /** Notes a right one; gives how many wrong ones came before it. */
    public synchronized int succeeded(String accountId) {
        Map<String, Failures> entries = read();
        Failures before = entries.remove(accountId);
        if (before != null) {
            write(entries);
        }
        return before == null ? 0 : before.count();
    }

    private static Instant instant(String text, Instant otherwise) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException | NullPointerException e) {
            return otherwise;
        }
    }

    private Map<String, Failures> read() {
        try {
            if (Files.exists(file) && Files.size(file) <= LARGEST) {
                Map<String, Failures> read = new TreeMap<>(JSON.readValue(
                        new String(Files.readAllBytes(file), StandardCharsets.UTF_8), ENTRIES));
                read.values().removeIf(java.util.Objects::isNull);
                return read;
            }
        } catch (IOException | NullPointerException e) {
            log("not read", e);
        }
        return new TreeMap<>();
    }

    private void write(Map<String, Failures> entries) {
        try {
            AtomicFile.write(file, JSON.writeValueAsBytes(entries));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts always become JSON", e);
        } catch (IOException e) {
            log("not kept", e);
        }
    }

    private static void log(String what, Exception e) {
        System.getLogger(SignInGuard.class.getName()).log(System.Logger.Level.WARNING, what, e);
    }
}
