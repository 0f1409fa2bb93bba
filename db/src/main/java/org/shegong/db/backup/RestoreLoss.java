package org.shegong.db.backup;

import java.util.Map;
import java.util.TreeMap;
import org.shegong.db.store.DatabaseCheck;
import org.shegong.db.store.StationFile;

/**
 * What would be lost if a backup replaced an open station: nothing is deleted, but the work lies in the
 * {@code replaced-…} folder from then on.
 *
 * @param steps steps of work (saved forms, imports, undone steps) that are not in the backup
 * @param rows  by table, rows now minus rows in the backup, only where they differ; negative when the backup has
 *              more
 */
public record RestoreLoss(long steps, Map<String, Long> rows) {

    /** Compares an open station with the manifest of a backup of it. */
    public static RestoreLoss of(StationFile current, BackupManifest backup) {
        return current.read(db -> {
            Map<String, Long> now = DatabaseCheck.counts(sql -> db.fetch(sql).getValues(0, String.class));
            Map<String, Long> rows = new TreeMap<>();
            now.forEach((table, count) -> rows.put(table, count - backup.counts().getOrDefault(table, 0L)));
            backup.counts().forEach((table, count) -> rows.putIfAbsent(table, -count));
            rows.values().removeIf(difference -> difference == 0);
            return new RestoreLoss(Math.max(0, rows.getOrDefault("journal_step", 0L)), rows);
        });
    }
}
