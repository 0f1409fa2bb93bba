package org.shegong.reports.render;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;

/**
 * Writes a file so that its target is either the old file or the whole new one: a temporary file beside the target is
 * written, synced to disk and moved into place.
 */
public final class AtomicWrite {
    private static final long ALMOST_FULL = 64 * 1024;

    private AtomicWrite() {
    }

    /** Produces the bytes of the file. */
    @FunctionalInterface
    public interface Body {
        /** Writes everything to the stream; closing it is allowed and not needed. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes the target, making its folder when that is missing.
     *
     * @throws DocumentWriteException when the file cannot be written. Runtime exceptions of the body that are not about
     *                                writing (cancelled, unreadable source) pass through; no temporary file remains
     */
    public static void to(Path target, Body body) {
        Path absolute = target.toAbsolutePath();
        Path part = absolute.resolveSibling("." + UUID.randomUUID() + ".part");
        boolean written = false;
        try {
            Files.createDirectories(absolute.getParent());
            if (Files.isDirectory(absolute)) {
                throw new IOException("the target is a folder");
            }
            writePart(part, body);
            written = true;
            move(part, absolute);
        } catch (IOException e) {
            throw new DocumentWriteException(reason(e, absolute, written), target, e);
        } finally {
            removeQuietly(part);
        }
    }

    private static void writePart(Path part, Body body) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Watched watched = new Watched(Channels.newOutputStream(channel));
            BufferedOutputStream buffered = new BufferedOutputStream(watched, 1 << 16);
            try {
                body.writeTo(buffered);
                buffered.flush();
            } catch (RuntimeException e) {
                if (watched.failure != null) {
                    throw watched.failure;
                }
                throw e;
            }
            channel.force(true);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static DocumentWriteException.Reason reason(IOException e, Path target, boolean written) {
        if (isDiskFull(e, target)) {
            return DocumentWriteException.Reason.DISK_FULL;
        }
        boolean replacing = written && Files.isRegularFile(target);
        if (replacing && e instanceof FileSystemException && Files.isWritable(target)) {
            return DocumentWriteException.Reason.TARGET_OPEN;
        }
        if (e instanceof AccessDeniedException || !folderWritable(target)) {
            return DocumentWriteException.Reason.NO_ACCESS;
        }
        return DocumentWriteException.Reason.OTHER;
    }

    private static boolean folderWritable(Path target) {
        Path folder = target.getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        try {
            return folder != null && Files.isDirectory(folder) && Files.isWritable(folder)
                    && !Files.getFileStore(folder).isReadOnly();
        } catch (IOException | ReadOnlyFileSystemException e) {
            return false;
        }
    }

    private static boolean isDiskFull(Throwable failure, Path target) {
        String[] words = RenderTexts.text("disk.full.words").split("\\|");
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String message = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
            for (String word : words) {
                if (message.contains(word)) {
                    return true;
                }
            }
        }
        try {
            return Files.getFileStore(target.getParent()).getUsableSpace() < ALMOST_FULL && folderWritable(target);
        } catch (IOException e) {
            return false;
        }
    }

    private static void removeQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            part.toFile().deleteOnExit();
        }
    }

    /** Remembers the first failure, because libraries wrap it in exceptions of their own, and stays open. */
    private static final class Watched extends FilterOutputStream {
        private IOException failure;

        Watched(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = failure == null ? e : failure;
                throw e;
            }
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
