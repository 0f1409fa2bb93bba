package org.shegong.db.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.shegong.db.journal.SignedHeads;
import org.shegong.db.journal.seal.Seals;

/**
 * The station's open file: encrypted SQLite with one writing connection and a few that only read.
 *
 * <p>Safe for use from several threads; a call may wait for another. Nothing here may run on the thread of the
 * window.
 */
public final class StationFile implements AutoCloseable {
    /** Name of the database inside the station's folder. */
    public static final String FILE_NAME = "station.db";
    /** Name of the file that is locked while the station is open. */
    public static final String LOCK_NAME = "station.lock";

    private final Path folder;
    private final ProcessLock lock;
    private final Connection writer;
    private final Readers readers;
    private volatile boolean closed;
    private final ReentrantLock writing = new ReentrantLock();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final byte[] headKey;
    private final byte[] sealKey;
    private volatile Seals seals;

    private StationFile(Path folder, ProcessLock lock, Connection writer, byte[] key) {
        this.folder = folder;
        this.lock = lock;
        this.writer = writer;
        this.headKey = SignedHeads.keyFrom(key);
        this.sealKey = Connections.secret(writer, "lookup").orElseGet(() -> Seals.lookupKey(key));
        this.readers = new Readers(database(folder), key, this::context);
    }

    /**
     * Makes a new, empty file.
     *
     * @param folder the station's folder; made when missing
     * @param key 32 random bytes; not kept by this object
     * @throws StationFileException EXISTS when there is one already
     */
    public static StationFile create(Path folder, byte[] key) {
        try {
            Files.createDirectories(folder);
        } catch (java.io.IOException e) {
            throw new StationFileException(StationFileException.Reason.NO_ACCESS, e);
        }
        if (Files.exists(database(folder))) {
            throw new StationFileException(StationFileException.Reason.EXISTS, null);
        }
        return start(folder, key, BeforeUpgrade.NOTHING);
    }

    /**
     * Opens an existing file that is itself a copy, bringing an older one up to date.
     *
     * @throws StationFileException with the reason when it cannot be opened
     */
    public static StationFile open(Path folder, byte[] key) {
        return open(folder, key, BeforeUpgrade.NOTHING);
    }

    /**
     * Opens an existing file, bringing an older one up to date.
     *
     * @param before keeps what an older file was before it is changed
     * @throws StationFileException with the reason when it cannot be opened
     */
    public static StationFile open(Path folder, byte[] key, BeforeUpgrade before) {
        if (!Files.exists(database(folder))) {
            throw new StationFileException(StationFileException.Reason.MISSING, null);
        }
        return start(folder, key, before);
    }

    private static StationFile start(Path folder, byte[] key, BeforeUpgrade before) {
        ProcessLock lock = ProcessLock.take(folder.resolve(LOCK_NAME));
        Connection writer = null;
        try {
            SchemaVersion.bringUpToDate(database(folder), key, before);
            writer = Connections.writer(database(folder), key);
            return new StationFile(folder, lock, writer, key);
        } catch (RuntimeException e) {
            Connections.close(writer);
            lock.close();
            throw e;
        }
    }

    private static Path database(Path folder) {
        return folder.resolve(FILE_NAME);
    }

    /** The station's folder. */
    public Path folder() {
        return folder;
    }

    /**
     * Runs a piece of work on one consistent state of the file; it cannot write. Reading within such work sees the same
     * state on the same connection: if each had to wait for another one, a few at a time would wait for ever.
     */
    public <T> T read(Function<DSLContext, T> work) {
        return guarded(() -> readers.read(work));
    }

    /**
     * Runs two pieces of work on one consistent state of the file, at the same time where that can be had and else one
     * after the other; neither can write or wait for the other.
     *
     * @param second may run on a thread of its own, to which nothing of the caller's is bound
     * @param then   puts the answers together and may read more
     */
    public <A, B, T> T readBoth(Function<DSLContext, A> first, Function<DSLContext, B> second, Then<A, B, T> then) {
        return guarded(() -> readers.readBoth(first, second, then, writing));
    }

    /** What is made of two answers, on the connection of the first. */
    public interface Then<A, B, T> {
        T apply(DSLContext db, A first, B second);
    }

    private interface Asking<T> {
        T ask() throws SQLException;
    }

    private <T> T guarded(Asking<T> asking) {
        try {
            return asking.ask();
        } catch (SQLException e) {
            throw Connections.failure(database(folder), e);
        } catch (DataAccessException e) {
            throw translated(e);
        }
    }

    /**
     * Runs a piece of work in one transaction of the writing connection; all of it is kept or none.
     *
     * <p>For the journal and for copying the whole file; everything else writes through the journal.
     */
    public <T> T write(Function<DSLContext, T> work) {
        writing.lock();
        try {
            requireOpen();
            writer.setAutoCommit(false);
            Exception failure = null;
            try {
                T result = work.apply(context(writer));
                writer.commit();
                afterCommit.forEach(Runnable::run);
                return result;
            } catch (RuntimeException | SQLException e) {
                failure = e;
                throw e;
            } finally {
                afterCommit.clear();
                settle(failure);
            }
        } catch (SQLException e) {
            throw Connections.failure(database(folder), e);
        } catch (DataAccessException e) {
            throw translated(e);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Ends the transaction, also one that the database gave up by itself, as on a full disk; then there is nothing to roll
     * back, and that must not hide why.
     */
    private void settle(Exception failure) {
        try {
            if (failure != null) {
                writer.rollback();
            }
        } catch (SQLException givenUp) {
            failure.addSuppressed(givenUp);
        }
        try {
            writer.setAutoCommit(true);
        } catch (SQLException givenUp) {
            System.getLogger(StationFile.class.getName()).log(System.Logger.Level.DEBUG, "transaction", givenUp);
        }
    }

    /** Inside {@link #write}: runs something once the transaction is kept; forgotten when it is not. */
    public void afterCommit(Runnable work) {
        if (!writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("no transaction");
        }
        afterCommit.add(work);
    }

    /** The key with which heads of the journal are signed; it opens nothing. */
    public byte[] headKey() {
        return headKey.clone();
    }

    /**
     * From now on every connection opens what this person can open of sealed records. The file closes them with itself.
     * Deleted content is overwritten from then on, so that sealed words do not stay behind in free places of a page.
     */
    public void use(Seals holder) {
        holder.attach(sealKey);
        seals = holder;
        writing.lock();
        try {
            Connections.execute(writer, "PRAGMA secure_delete = ON");
        } finally {
            writing.unlock();
        }
    }

    /** What the person signed in opens of sealed records; empty for the program's own work. */
    public Optional<Seals> seals() {
        return Optional.ofNullable(seals);
    }

    /** Runs statements that may not stand in a transaction, such as {@code VACUUM INTO}, on the writing connection. */
    public <T> T outsideTransaction(Function<DSLContext, T> work) {
        writing.lock();
        try {
            return work.apply(context(writer));
        } catch (DataAccessException e) {
            throw translated(e);
        } finally {
            writing.unlock();
        }
    }

    /** Writes the file anew without what was deleted from it, and empties the log beside it. */
    public void compact() {
        writing.lock();
        try {
            Connections.execute(writer, "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)");
        } finally {
            writing.unlock();
        }
    }

    private RuntimeException translated(DataAccessException e) {
        SQLException cause = e.getCause(SQLException.class);
        if (cause == null) {
            return e;
        }
        StationFileException failure = Connections.failure(database(folder), cause);
        return switch (failure.reason()) {
            case DISK_FULL, NO_ACCESS, IN_USE -> failure;
            default -> cause.getMessage() != null && cause.getMessage().contains("SQLITE_CORRUPT") ? failure : e;
        };
    }

    private void requireOpen() {
        if (closed) {
            throw new java.util.concurrent.CancellationException("the station was closed meanwhile");
        }
    }

    private DSLContext context(Connection connection) {
        DSLContext db = DSL.using(connection, SQLDialect.SQLITE,
            new Settings().withRenderSchema(false).withRenderCatalog(false).withExecuteLogging(false));
        seals().ifPresent(holder -> holder.carry(db));
        return db;
    }

    /** Waits for those who read; closing again does nothing, and who asks afterwards is told so at once. */
    @Override
    public void close() {
        writing.lock();
        try {
            if (closed) {
                return;
            }
            readers.close();
            closed = true;
            seals().ifPresent(Seals::close);
            Arrays.fill(headKey, (byte) 0);
            Arrays.fill(sealKey, (byte) 0);
            Connections.close(writer);
        } finally {
            writing.unlock();
            lock.close();
        }
    }
}
