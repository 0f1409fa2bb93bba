package org.shegong.reports.ledger.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.shegong.reports.ledger.read.ReadOutcome.Reason;

/**
 * Looks through a packed workbook before any parser sees it. Parts are really unpacked and counted, because
 * the sizes a hostile file declares are lies.
 */
final class ZipCheck {

    /** Small parts may be packed as tightly as they like. */
    private static final long RATIO_FREE_BYTES = 1L << 20;

    private final Limits limits;
    private long unpacked;

    ZipCheck(Limits limits) {
        this.limits = limits;
    }

    /** Throws when the file is no workbook, holds macros, or unpacks to more than the limits. */
    void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > limits.entries()) {
                throw new UnreadableException(Reason.HOSTILE);
            }
            if (zip.getEntry("[Content_Types].xml") == null
                    || zip.stream().noneMatch(entry -> entry.getName().startsWith("xl/"))) {
                throw new UnreadableException(Reason.NOT_A_WORKBOOK);
            }
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                checkEntry(zip, entries.nextElement());
            }
        } catch (ZipException e) {
            throw new UnreadableException(Reason.DAMAGED);
        }
    }

    private void checkEntry(ZipFile zip, ZipEntry entry) throws IOException {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (name.contains("vbaproject") || name.startsWith("xl/macrosheets/")) {
            throw new UnreadableException(Reason.MACROS);
        }
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                unpacked += n;
                long packed = Math.max(1, entry.getCompressedSize());
                if (unpacked > limits.unpackedBytes()
                        || size > RATIO_FREE_BYTES && size / packed > limits.ratio()) {
                    throw new UnreadableException(Reason.HOSTILE);
                }
            }
        }
    }
}
