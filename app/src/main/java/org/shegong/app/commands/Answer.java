package org.shegong.app.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a command has to say.
 *
 * @param exit how it ended
 * @param json content of the one object on standard output, in order; values are texts, numbers, booleans, lists
 *     and maps
 * @param messages lines for people
 */
record Answer(ExitCode exit, Map<String, Object> json, List<String> messages) {
    static Answer done(Map<String, Object> json, String... messages) {
        return new Answer(ExitCode.DONE, json, List.of(messages));
    }

    /** Nothing was done. */
    static Answer failed(ExitCode exit, String code, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("error", error);
        return new Answer(exit, json, List.of(message));
    }
}
