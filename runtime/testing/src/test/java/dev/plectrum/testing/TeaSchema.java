package dev.plectrum.testing;

import dev.plectrum.orm.exec.Database;
import io.vertx.core.Future;

// region class
final class TeaSchema implements TestSchema {
    @Override
    public Future<?> create(Database db) {
        return db.script("""
                CREATE TABLE tea (name text PRIMARY KEY);
                INSERT INTO tea VALUES ('Assam')""");
    }
}
// endregion
