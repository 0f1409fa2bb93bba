package org.shegong.app.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shegong.db.forms.FormCatalogue;

class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/shegong/app");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9_]+(?:\\.[A-Za-z0-9_]+)*\\.?)\"");
    private static final Pattern ASKED = Pattern.compile("texts(?:\\(\\))?\\.get\\(\\s*\"([A-Za-z0-9_.]+)\"(\\s*\\+)?");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Test
    void everyTextThatIsAskedForExists() {
        Texts texts = Texts.bundled();
        Set<String> missing = new TreeSet<>();
        sources().forEach(source -> {
            Matcher asked = ASKED.matcher(source);
            while (asked.find()) {
                if (asked.group(2) == null && !texts.has(asked.group(1))) {
                    missing.add(asked.group(1));
                }
            }
        });
        assertThat(missing).as("add these keys to texts.properties").isEmpty();
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> exact = new TreeSet<>();
        Set<String> beginnings = new TreeSet<>();
        sources().forEach(source -> {
            Matcher literal = LITERAL.matcher(source);
            while (literal.find()) {
                (literal.group(1).endsWith(".") ? beginnings : exact).add(literal.group(1));
            }
        });
        beginnings.add("home.today.");
        Properties own = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/org/shegong/app/texts.properties"),
            StandardCharsets.UTF_8)) {
            own.load(in);
        }
        Set<String> unused = new TreeSet<>();
        for (String key : own.stringPropertyNames()) {
            boolean none = key.endsWith(".none") && exact.contains(key.substring(0, key.length() - 5));
            if (!exact.contains(key) && !none && beginnings.stream().noneMatch(key::startsWith)) {
                unused.add(key);
            }
        }
        assertThat(unused).as("take these keys out of texts.properties").isEmpty();
    }

    @Test
    void visibleWordsStandInBundlesAndNotInSources() {
        assertThat(sources().filter(source -> CHINESE.matcher(source).find()).count()).isZero();
    }

    @Test
    void everyMessageOfARuleCanBeSaid() {
        Texts texts = Texts.bundled();
        List<String> silent = FormCatalogue.bundled().all().stream().flatMap(form -> form.rules().stream())
            .map(rule -> rule.message()).filter(key -> !texts.has(key)).distinct().toList();
        assertThat(silent).isEmpty();
    }

    @Test
    void putsValuesIntoTheirPlacesWithoutGroupingDigits() {
        Texts texts = new Texts(List.of(new ResourceBundle() {
            @Override
            protected Object handleGetObject(String key) {
                return key.equals("k") ? "{0}-{1}" : null;
            }

            @Override
            public java.util.Enumeration<String> getKeys() {
                return java.util.Collections.enumeration(List.of("k"));
            }
        }));
        assertThat(texts.get("k", 2026, "x{0}")).isEqualTo("2026-x{0}");
    }

    private static Stream<String> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(TextsTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
