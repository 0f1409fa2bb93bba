package org.shegong.db.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What stands on the recovery sheet. Its sentences are in the bundle {@link #BUNDLE}, so that a printed form and
 * the text file say the same.
 *
 * @param station name of the station
 * @param fileId  identity of the station's file, to tell sheets of several stations apart
 * @param created the day on which the key was made
 */
public record RecoverySheet(String station, String fileId, LocalDate created, RecoveryKey key) {
    /** The sentences; keys title, station, created, file, key, use.*, keep.*, lost.text, alphabet, signature. */
    public static final String BUNDLE = "org.shegong.db.security.recovery-sheet";
    private static final int GROUPS_PER_LINE = 4;

    /** One sentence of the sheet with its arguments put in. */
    public String text(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(BUNDLE, Locale.ROOT).getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    /** The whole sheet, line by line; empty lines part the sections. */
    public List<String> lines() {
        List<String> groups = key.groups();
        return List.of(text("title"), "",
                text("station", station), text("created", created.toString()), text("file", fileId), "",
                text("key"),
                "    " + String.join("   ", groups.subList(0, GROUPS_PER_LINE)),
                "    " + String.join("   ", groups.subList(GROUPS_PER_LINE, groups.size())),
                text("alphabet"), "",
                text("use.heading"), text("use.text"), "",
                text("keep.heading"), text("keep.text"), text("lost.text"), "",
                text("signature"));
    }

    /**
     * Writes the sheet as a text file that every Windows editor shows rightly: UTF-8 with a byte-order mark and
     * CR LF. Replaces an existing file.
     */
    public void writeTo(Path file) throws IOException {
        String text = "\uFEFF" + String.join("\r\n", lines()) + "\r\n";
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
