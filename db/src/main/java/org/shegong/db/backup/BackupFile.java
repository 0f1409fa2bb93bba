package org.shegong.db.backup;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shegong.db.domain.CellText;

/**
 * The name of a backup file: {@code <station>-yyyyMMdd-HHmmss.shegong-backup}.
 *
 * @param name    file name
 * @param station name of the station without characters that file systems refuse
 * @param created when the copy was made
 */
public record BackupFile(String name, String station, LocalDateTime created) implements Comparable<BackupFile> {
    /** How the name ends. */
    public static final String EXTENSION = ".shegong-backup";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final Pattern NAME = Pattern.compile("(.+)-(\\d{8}-\\d{6})" + Pattern.quote(EXTENSION));
    private static final int LONGEST_STATION = 60;

    static BackupFile of(String station, LocalDateTime created) {
        String safe = CellText.clean(station).replaceAll("[\\\\/:*?\"<>|]", "").replaceAll("[. ]+$", "");
        int length = Math.min(LONGEST_STATION, safe.codePointCount(0, safe.length()));
        String part = safe.isEmpty() ? "station" : safe.substring(0, safe.offsetByCodePoints(0, length));
        return new BackupFile(part + "-" + STAMP.format(created) + EXTENSION, part, created);
    }

    /** Empty when a file name is not that of a backup. */
    public static Optional<BackupFile> parse(String name) {
        Matcher match = NAME.matcher(name);
        try {
            return match.matches()
                    ? Optional.of(new BackupFile(name, match.group(1), LocalDateTime.parse(match.group(2), STAMP)))
                    : Optional.empty();
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    /** Oldest first. */
    @Override
    public int compareTo(BackupFile other) {
        int order = created.compareTo(other.created);
        return order != 0 ? order : name.compareTo(other.name);
    }
}
