package dev.plectrum.it;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.TestSchema;
import io.vertx.core.Future;

/** The tables of all models, made once for all tests that name this; those of the shelf have names that others have too. */
public final class AllTables implements TestSchema {
    @Override
    public Future<?> create(Database db) {
        return db.createSchema(Models.ALL.stream()
                .filter(model -> !model.getClass().getPackageName().endsWith(".shelf"))
                .toList());
    }
}
