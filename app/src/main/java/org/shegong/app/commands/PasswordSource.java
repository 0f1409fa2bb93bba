package org.shegong.app.commands;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Where a command's password comes from: an environment variable or the first line of standard input. */
final class PasswordSource {
    static final String VARIABLE = "SHEGONG_PASSWORD";
    private static final int LONGEST = 4096;

    private PasswordSource() {
    }

    /**
     * The password; the caller overwrites it.
     *
     * @throws CommandRefusal when none was given
     */
    static char[] read(CommonOptions options, Surroundings surroundings) throws IOException {
        char[] password = options.passwordFromInput() ? firstLine(surroundings.in()) : null;
        String variable = password == null ? surroundings.environment().apply(VARIABLE) : null;
        if (variable != null) {
            password = variable.toCharArray();
        }
        if (password == null || password.length == 0) {
            throw new CommandRefusal(ExitCode.NOT_PERMITTED, "password.missing");
        }
        return password;
    }

    private static char[] firstLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n' && line.size() < LONGEST; next = in.read()) {
            line.write(next);
        }
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(line.toByteArray()));
        int from = text.length() > 0 && text.charAt(0) == '\uFEFF' ? 1 : 0;
        int to = text.length() > from && text.charAt(text.length() - 1) == '\r' ? text.length() - 1 : text.length();
        return Arrays.copyOfRange(text.array(), from, to);
    }
}
