package org.shegong.db.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which copies stay: the newest of each of the last 12 days, 10 weeks and 9 months that have one. Counting what
 * exists instead of calendar days keeps old copies of a computer that was off for a while.
 */
public final class BackupRotation {
    private static final int DAYS = 12;
    private static final int WEEKS = 10;
    private static final int MONTHS = 9;
    private static final String PART = ".part";

    private BackupRotation() {
    }

    /** The backups in a folder, newest first; empty when the folder cannot be read. */
    public static List<BackupFile> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> BackupFile.parse(file.getFileName().toString()).stream())
                    .sorted(Comparator.reverseOrder()).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** The copies to keep among those of one station. */
    public static Set<BackupFile> keep(Collection<BackupFile> copies) {
        List<BackupFile> newestFirst = new ArrayList<>(copies);
        newestFirst.sort(Comparator.reverseOrder());
        Set<BackupFile> kept = new HashSet<>();
        keepNewest(newestFirst, kept, DAYS, LocalDate::toString);
        keepNewest(newestFirst, kept, WEEKS,
                day -> day.get(IsoFields.WEEK_BASED_YEAR) + "W" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        keepNewest(newestFirst, kept, MONTHS, day -> YearMonth.from(day).toString());
        return kept;
    }

    /**
     * Deletes what need not be kept of one station.
     *
     * @param station as it stands in {@link BackupFile#station()}
     * @return the deleted copies; one that cannot be deleted stays and is left out
     */
    public static List<BackupFile> prune(Path folder, String station) {
        List<BackupFile> own = list(folder).stream().filter(copy -> copy.station().equals(station)).toList();
        Set<BackupFile> kept = keep(own);
        List<BackupFile> deleted = new ArrayList<>();
        for (BackupFile copy : own) {
            if (!kept.contains(copy) && delete(folder.resolve(copy.name()))) {
                deleted.add(copy);
            }
        }
        return deleted;
    }

    /**
     * Deletes what earlier copies of the same station left half-written in a folder, as when a stick was pulled out.
     *
     * @param name of a copy of that station
     */
    static void sweep(Path folder, String name) throws IOException {
        String station = BackupFile.parse(name).map(BackupFile::station).orElse("");
        List<Path> left;
        try (Stream<Path> files = Files.list(folder)) {
            left = files.filter(file -> isPartOf(file.getFileName().toString(), station)).toList();
        }
        left.forEach(BackupRotation::delete);
    }

    private static boolean isPartOf(String name, String station) {
        return name.startsWith(".") && name.endsWith(PART) && BackupFile.parse(name.substring(1, name.length()
            - PART.length())).filter(copy -> copy.station().equals(station)).isPresent();
    }

    private static void keepNewest(List<BackupFile> newestFirst, Set<BackupFile> kept, int periods,
            Function<LocalDate, String> period) {
        Set<String> seen = new HashSet<>();
        for (BackupFile copy : newestFirst) {
            if (seen.size() < periods && seen.add(period.apply(copy.created().toLocalDate()))) {
                kept.add(copy);
            }
        }
    }

    private static boolean delete(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException inUse) {
            return false;
        }
    }
}
