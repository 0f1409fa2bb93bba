package org.shegong.db.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jooq.DSLContext;

/** The connections of a station's file that only read, lent to one piece of work after the other. */
final class Readers {
    private static final int COUNT = 3;
    private static final long PATIENCE_MILLIS = 100;

    private final BlockingQueue<Connection> free = new ArrayBlockingQueue<>(COUNT);
    private final ThreadLocal<DSLContext> reading = new ThreadLocal<>();
    private final Function<Connection, DSLContext> context;
    private volatile boolean closed;

    Readers(Path database, byte[] key, Function<Connection, DSLContext> context) {
        this.context = context;
        for (int i = 0; i < COUNT; i++) {
            free.add(Connections.reader(database, key));
        }
    }

    /** See {@link StationFile#read}. */
    <T> T read(Function<DSLContext, T> work) throws SQLException {
        DSLContext outer = reading.get();
        if (outer != null) {
            return work.apply(outer);
        }
        Connection connection = borrow();
        try {
            return within(connection, work);
        } finally {
            free.add(connection);
        }
    }

    /**
     * See {@link StationFile#readBoth}.
     *
     * @param writing who holds it may commit; both begin while nobody else does, or they might see different states
     */
    <A, B, T> T readBoth(Function<DSLContext, A> first, Function<DSLContext, B> second, StationFile.Then<A, B, T> then,
                         ReentrantLock writing) throws SQLException {
        Connection beside = reading.get() == null ? free.poll() : null;
        Connection connection = beside == null ? null : free.poll();
        try {
            if (connection != null && begunTogether(connection, beside, writing)) {
                return together(connection, first, beside, second, then);
            }
        } finally {
            giveBack(connection);
            giveBack(beside);
        }
        return read(db -> then.apply(db, first.apply(db), second.apply(db)));
    }

    private <A, B, T> T together(Connection connection, Function<DSLContext, A> first, Connection beside,
                                 Function<DSLContext, B> second, StationFile.Then<A, B, T> then) throws SQLException {
        CompletableFuture<B> other = CompletableFuture.supplyAsync(() -> {
            try {
                return within(beside, second);
            } catch (SQLException e) {
                throw new CompletionException(e);
            }
        });
        try {
            return within(connection, db -> then.apply(db, first.apply(db), other.join()));
        } catch (CompletionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        } finally {
            other.exceptionally(failed -> null).join();
        }
    }

    private static boolean begunTogether(Connection one, Connection two, ReentrantLock writing) throws SQLException {
        if (!writing.tryLock()) {
            return false;
        }
        try {
            begin(one);
            begin(two);
            return true;
        } catch (RuntimeException | SQLException e) {
            end(one);
            end(two);
            throw e;
        } finally {
            writing.unlock();
        }
    }

    /** The first statement of a transaction decides what state it sees. */
    private static void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        Connections.execute(connection, "SELECT 1 FROM sqlite_schema LIMIT 1");
    }

    private static void end(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private <T> T within(Connection connection, Function<DSLContext, T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            DSLContext db = context.apply(connection);
            reading.set(db);
            return work.apply(db);
        } finally {
            reading.remove();
            end(connection);
        }
    }

    private void giveBack(Connection connection) {
        if (connection != null) {
            free.add(connection);
        }
    }

    private Connection borrow() {
        try {
            Connection connection = null;
            while (connection == null) {
                connection = free.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
                if (connection == null && closed) {
                    throw new CancellationException("the station was closed meanwhile");
                }
            }
            return connection;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting to read");
        }
    }

    /** Waits for those who read; who asks afterwards is told so at once. */
    void close() {
        for (int i = 0; i < COUNT; i++) {
            Connections.close(borrow());
        }
        closed = true;
    }
}
