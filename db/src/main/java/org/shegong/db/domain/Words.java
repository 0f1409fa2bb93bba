package org.shegong.db.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The Chinese words that parsing recognises, kept in {@code words.properties} so that code holds none. */
final class Words {
    private static final Properties WORDS = load();
    private static final Set<String> COMPOUND_SURNAMES = surnames();

    private Words() {
    }

    /** Alternatives under a key, longest first so that a regular expression takes the longest match. */
    static List<String> list(String key) {
        String value = WORDS.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("no words under " + key);
        }
        return Arrays.stream(value.trim().split("\\s+"))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    static Set<String> set(String key) {
        return Set.copyOf(list(key));
    }

    /** A non-capturing regular-expression group that matches any alternative literally. */
    static String group(String key) {
        return list(key).stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
    }

    static Set<String> compoundSurnames() {
        return COMPOUND_SURNAMES;
    }

    private static Properties load() {
        Properties words = new Properties();
        try (Reader in = open("words.properties")) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static Set<String> surnames() {
        try (Reader in = open("compound-surnames.txt")) {
            StringBuilder text = new StringBuilder();
            for (int c = in.read(); c >= 0; c = in.read()) {
                text.append((char) c);
            }
            return text.toString().lines().filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.trim().split("\\s+")))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader open(String name) {
        InputStream in = Words.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("missing resource " + name);
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
