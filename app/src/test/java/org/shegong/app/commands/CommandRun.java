package org.shegong.app.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.shegong.app.session.StationSession;
import org.shegong.app.shell.DeskStart;
import org.shegong.db.security.KdfCost;

/** Runs commands in this process and keeps what they say. */
final class CommandRun {
    private final Map<String, String> environment = new HashMap<>();
    private final Path folder;
    private final FakeDesk desk = new FakeDesk();
    private String input = "";

    CommandRun(Path folder) {
        this.folder = folder;
        environment.put("SHEGONG_PASSWORD", "secret-1");
    }

    CommandRun password(String password) {
        environment.put("SHEGONG_PASSWORD", password);
        return this;
    }

    CommandRun withoutPassword() {
        environment.clear();
        return this;
    }

    /** Where the settings of this computer lie. */
    CommandRun settings(Path config) {
        environment.put("XDG_CONFIG_HOME", config.toString());
        return this;
    }

    CommandRun input(String text) {
        input = text;
        return this;
    }

    FakeDesk desk() {
        return desk;
    }

    /** A window that nobody sees. */
    static final class FakeDesk implements DeskOpening {
        boolean display;
        DeskStart opened;

        @Override
        public boolean hasDisplay() {
            return display;
        }

        @Override
        public void open(DeskStart start) {
            opened = start;
            start.opened().ifPresent(StationSession::close);
        }

        @Override
        public void picture(DeskStart start, Path target) throws IOException {
            Files.writeString(target, "picture");
            start.opened().ifPresent(StationSession::close);
        }
    }

    /** What a command left behind. */
    record Outcome(int exit, String out, String err) {
        /** Standard output, which must be exactly one JSON object. */
        JsonNode json() {
            try (var parser = new ObjectMapper().createParser(out)) {
                JsonNode node = parser.readValueAsTree();
                if (!node.isObject() || parser.nextToken() != null) {
                    throw new AssertionError("not one JSON object: " + out);
                }
                return node;
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + out, e);
            }
        }
    }

    Outcome run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), environment::get, folder,
            () -> new KdfCost(64, 1, 1), desk);
        int exit = new Commands(surroundings).run(args);
        return new Outcome(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
