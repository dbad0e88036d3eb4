package dev.plectrum.testing;

import dev.plectrum.orm.exec.Database;
import io.vertx.core.Future;

/** Prepares an empty database for tests: creates tables, and rows that every test needs. Has a constructor without parameters. */
@FunctionalInterface
public interface TestSchema {
    /** Prepares the database; the tests begin when the future succeeds, and all fail when it fails. */
    Future<?> create(Database database);

    /** Leaves the database empty. */
    final class Empty implements TestSchema {
        /** For the extension. */
        public Empty() {}

        @Override
        public Future<?> create(Database database) {
            return Future.succeededFuture();
        }
    }
}
