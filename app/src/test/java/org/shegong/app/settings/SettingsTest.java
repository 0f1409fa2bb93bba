package org.shegong.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void remembersAcrossStarts() {
        Path file = folder.resolve("new").resolve("desk.properties");
        Settings first = new Settings(file);
        first.fontSize().set(20);
        first.put("list.visit.columns", List.of("date", "clients"));
        first.put("gone", "x");
        first.put("gone", "");

        Settings second = new Settings(file);

        assertThat(second.fontSize().get()).isEqualTo(20);
        assertThat(second.list("list.visit.columns")).containsExactly("date", "clients");
        assertThat(second.text("gone", "nothing")).isEqualTo("nothing");
    }

    @Test
    void keepsTheFontBetweenItsBoundsWhateverTheFileSays() throws IOException {
        Path file = folder.resolve("desk.properties");
        Files.writeString(file, "font.size=90\n");
        assertThat(new Settings(file).fontSize().get()).isEqualTo(Settings.LARGEST_FONT);
        Files.writeString(file, "font.size=what\n\\uZZ");
        assertThat(new Settings(file).fontSize().get()).isEqualTo(14);
    }

    @Test
    void goesOnWhenNothingCanBeWritten() throws IOException {
        Path file = folder.resolve("taken");
        Files.writeString(file, "a file where a folder should be");
        Settings settings = new Settings(file.resolve("desk.properties"));
        settings.put("key", "value");
        assertThat(settings.text("key", "")).isEqualTo("value");
    }
}
