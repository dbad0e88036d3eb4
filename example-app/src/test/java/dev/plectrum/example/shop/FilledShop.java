package dev.plectrum.example.shop;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.TestSchema;
import io.vertx.core.Future;

/** A shop with everything in it. */
final class FilledShop implements TestSchema {
    @Override
    public Future<?> create(Database db) {
        return new Catalogue(db).prepare();
    }
}
