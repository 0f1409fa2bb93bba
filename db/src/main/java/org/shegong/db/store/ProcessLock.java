package org.shegong.db.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second copy of the program off the same station.
 *
 * <p>The lock is on a file of its own: opening the database itself with Java file channels would drop SQLite's
 * locks in this process.
 */
public final class ProcessLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private ProcessLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock of a station folder.
     *
     * @throws StationFileException IN_USE when another program or station object holds it, NO_ACCESS
     */
    public static ProcessLock take(Path file) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StationFileException(StationFileException.Reason.IN_USE, null);
            }
            return new ProcessLock(channel, lock);
        } catch (OverlappingFileLockException e) {
            closeQuietly(channel);
            throw new StationFileException(StationFileException.Reason.IN_USE, e);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new StationFileException(Files.isWritable(file.toAbsolutePath().getParent())
                ? StationFileException.Reason.IN_USE : StationFileException.Reason.NO_ACCESS, e);
        }
    }

    private static void closeQuietly(FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                System.getLogger(ProcessLock.class.getName()).log(System.Logger.Level.DEBUG, "lock file", e);
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
        } catch (IOException e) {
            System.getLogger(ProcessLock.class.getName()).log(System.Logger.Level.WARNING, "lock release", e);
        } finally {
            closeQuietly(channel);
        }
    }
}
