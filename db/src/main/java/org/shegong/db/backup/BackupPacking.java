package org.shegong.db.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.shegong.db.backup.BackupManifest.Part;

/** Writes the one file of a backup: a ZIP of three stored entries, the manifest first. */
final class BackupPacking {
    static final String MANIFEST = "manifest.json";
    /** Length of the comment. */
    static final int SEAL = 64;
    private static final int BUFFER = 1 << 16;

    private BackupPacking() {
    }

    /** Size and hash of a file. */
    static Part measure(Path file) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        return new Part(size, HexFormat.of().formatHex(digest.digest()));
    }

    /** Packs the parts; the archive's comment is the hash of every byte before it. */
    static void pack(Path zip, BackupManifest manifest, Path database, Path keys) throws IOException {
        write(zip, manifest, database, keys);
        try (FileChannel channel = FileChannel.open(zip, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size() - SEAL;
            ByteBuffer seal = ByteBuffer.wrap(seal(zip, end).getBytes(StandardCharsets.US_ASCII));
            while (seal.hasRemaining()) {
                channel.write(seal, end + seal.position());
            }
        }
    }

    /** Hash of the beginning of a file; lower-case hexadecimal. */
    static String seal(Path file, long length) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (long left = length; left > 0;) {
                int read = in.read(buffer, 0, (int) Math.min(left, BUFFER));
                if (read < 0) {
                    break;
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void write(Path zip, BackupManifest manifest, Path database, Path keys) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream entries = new ZipOutputStream(out)) {
            entries.setComment("0".repeat(SEAL));
            byte[] json = manifest.toJson();
            CRC32 crc = new CRC32();
            crc.update(json);
            begin(entries, MANIFEST, json.length, crc.getValue());
            entries.write(json);
            entries.closeEntry();
            store(entries, database);
            store(entries, keys);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    private static void store(ZipOutputStream entries, Path file) throws IOException {
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                crc.update(buffer, 0, read);
            }
        }
        begin(entries, file.getFileName().toString(), Files.size(file), crc.getValue());
        Files.copy(file, entries);
        entries.closeEntry();
    }

    private static void begin(ZipOutputStream entries, String name, long size, long crc) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(size);
        entry.setCompressedSize(size);
        entry.setCrc(crc);
        entries.putNextEntry(entry);
    }
}
