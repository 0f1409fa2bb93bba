package org.shegong.proof;

import java.nio.file.Path;
import java.sql.Connection;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.shegong.db.store.Connections;
import org.shegong.db.store.StationFile;

/** Brings an empty file to an older version. */
final class Older {
    private Older() {
    }

    static void migrate(Path database, byte[] key, int version) {
        DataSource source = (DataSource) java.lang.reflect.Proxy.newProxyInstance(Older.class.getClassLoader(),
            new Class<?>[] {DataSource.class}, (proxy, method, args) -> method.getReturnType() == Connection.class
                ? Connections.writer(database, key) : method.getReturnType() == int.class ? (Object) 0
                : method.getReturnType() == boolean.class ? (Object) false : null);
        Flyway.configure(StationFile.class.getClassLoader()).dataSource(source)
            .locations("classpath:org/shegong/db/migration").target(Integer.toString(version)).load().migrate();
    }
}
