package org.shegong.db.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.shegong.db.backup.BackupManifest.Part;
import org.shegong.db.security.KeyRing;
import org.shegong.db.store.StationFile;

/**
 * An opened backup file. Nothing in it is believed: only the three known names are accepted, each once and
 * stored without compression (so nothing can swell), sizes are bounded by the file's own length, and content is
 * compared with the hashes of the manifest while it is read.
 */
final class BackupArchive implements AutoCloseable {
    private static final Set<String> NAMES =
            Set.of(BackupPacking.MANIFEST, StationFile.FILE_NAME, KeyRing.FILE_NAME);
    private static final int LARGEST_TEXT = 4 * 1024 * 1024;
    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries;
    private final BackupManifest manifest;

    private BackupArchive(Path file, ZipFile zip, Map<String, ZipEntry> entries, BackupManifest manifest) {
        this.file = file;
        this.zip = zip;
        this.entries = entries;
        this.manifest = manifest;
    }

    /**
     * Opens a backup and reads its manifest.
     *
     * @throws BackupException FILE_MISSING, NO_ACCESS, DAMAGED, NOT_A_BACKUP or NEWER
     */
    static BackupArchive open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BackupException(BackupProblem.FILE_MISSING, null);
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException cutOffOrOther) {
            throw new BackupException(BackupFile.parse(file.getFileName().toString()).isPresent()
                    ? BackupProblem.DAMAGED : BackupProblem.NOT_A_BACKUP, cutOffOrOther);
        } catch (IOException e) {
            throw new BackupException(BackupProblem.NO_ACCESS, e);
        }
        try {
            Map<String, ZipEntry> entries = entries(zip, Files.size(file));
            return new BackupArchive(file, zip, entries, manifest(zip, entries));
        } catch (IOException e) {
            close(zip);
            throw new BackupException(BackupProblem.DAMAGED, e);
        } catch (RuntimeException e) {
            close(zip);
            throw e;
        }
    }

    BackupManifest manifest() {
        return manifest;
    }

    /** Reads every entry and compares it with the manifest, and every byte with the seal where there is one. */
    void verify() {
        try {
            String seal = zip.getComment();
            if (seal != null && !seal.equals(BackupPacking.seal(file, Files.size(file) - BackupPacking.SEAL))) {
                throw new BackupException(BackupProblem.DAMAGED, null);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new BackupException(BackupProblem.DAMAGED, e);
        }
        try (OutputStream nowhere = OutputStream.nullOutputStream()) {
            copy(StationFile.FILE_NAME, manifest.database(), nowhere);
            copy(KeyRing.FILE_NAME, manifest.keys(), nowhere);
        } catch (IOException e) {
            throw new BackupException(BackupProblem.DAMAGED, e);
        }
    }

    /** Unpacks database and keys into an empty folder, comparing them with the manifest. */
    void unpack(Path folder) throws IOException {
        unpack(folder.resolve(StationFile.FILE_NAME), manifest.database());
        unpackKeys(folder);
    }

    /** Unpacks the key file alone. */
    void unpackKeys(Path folder) throws IOException {
        unpack(folder.resolve(KeyRing.FILE_NAME), manifest.keys());
    }

    private void unpack(Path target, Part part) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            copy(target.getFileName().toString(), part, out);
        }
    }

    private void copy(String name, Part part, OutputStream out) throws IOException {
        MessageDigest digest = BackupPacking.sha256();
        try (InputStream in = new DigestInputStream(zip.getInputStream(entries.get(name)), digest)) {
            in.transferTo(out);
        } catch (ZipException e) {
            throw new BackupException(BackupProblem.DAMAGED, e);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
            throw new BackupException(BackupProblem.DAMAGED, null);
        }
    }

    private static Map<String, ZipEntry> entries(ZipFile zip, long fileSize) {
        Map<String, ZipEntry> entries = new HashMap<>();
        zip.stream().limit(NAMES.size() + 1L).forEach(entry -> {
            boolean bounded = entry.getMethod() == ZipEntry.STORED && entry.getSize() == entry.getCompressedSize()
                    && entry.getSize() > 0 && entry.getSize() <= fileSize;
            if (!NAMES.contains(entry.getName()) || !bounded || entries.put(entry.getName(), entry) != null) {
                throw new BackupException(BackupProblem.NOT_A_BACKUP, null);
            }
        });
        if (!entries.keySet().equals(NAMES)) {
            throw new BackupException(BackupProblem.NOT_A_BACKUP, null);
        }
        return entries;
    }

    private static BackupManifest manifest(ZipFile zip, Map<String, ZipEntry> entries) throws IOException {
        ZipEntry entry = entries.get(BackupPacking.MANIFEST);
        if (entry.getSize() > LARGEST_TEXT || entries.get(KeyRing.FILE_NAME).getSize() > LARGEST_TEXT) {
            throw new BackupException(BackupProblem.NOT_A_BACKUP, null);
        }
        byte[] json;
        try (InputStream in = zip.getInputStream(entry)) {
            json = in.readAllBytes();
        }
        CRC32 crc = new CRC32();
        crc.update(json);
        if (crc.getValue() != entry.getCrc()) {
            throw new BackupException(BackupProblem.DAMAGED, null);
        }
        BackupManifest manifest = BackupManifest.parse(json)
                .orElseThrow(() -> new BackupException(BackupProblem.DAMAGED, null));
        if (manifest.format() > BackupManifest.FORMAT) {
            throw new BackupException(BackupProblem.NEWER, null);
        }
        if (manifest.database().size() != entries.get(StationFile.FILE_NAME).getSize()
                || manifest.keys().size() != entries.get(KeyRing.FILE_NAME).getSize()) {
            throw new BackupException(BackupProblem.DAMAGED, null);
        }
        return manifest;
    }

    @Override
    public void close() {
        close(zip);
    }

    private static void close(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            System.getLogger(BackupArchive.class.getName()).log(System.Logger.Level.DEBUG, "closing a backup", e);
        }
    }
}
