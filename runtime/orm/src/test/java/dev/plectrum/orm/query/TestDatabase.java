package dev.plectrum.orm.query;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.exec.DatabaseOptions;
import io.vertx.core.Future;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A real PostgreSQL, started once for all tests of query sets. It ends with the JVM. */
public final class TestDatabase {
    private static final EmbeddedPostgres POSTGRES = start();

    /** The database of tests that need no options of their own. */
    public static final Database DB = Database.connect(options());

    private TestDatabase() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How to reach it. */
    public static DatabaseOptions options() {
        return DatabaseOptions.local().port(POSTGRES.getPort()).tls(DatabaseOptions.Tls.DISABLE);
    }

    /** Runs statements without binds. */
    public static void script(String statements) {
        await(DB.script(statements));
    }

    /** Waits for a future; a test that hangs says where. */
    public static <T> T await(Future<T> future) {
        try {
            return future.await(60, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("The future did not complete within 60 seconds", e);
        }
    }

    /** Why a future failed. */
    public static Throwable failureOf(Future<?> future) {
        Future<Throwable> failure = future.transform(result -> result.succeeded()
                ? Future.failedFuture(new AssertionError("It was to fail and completed with " + result.result()))
                : Future.succeededFuture(result.cause()));
        return await(failure);
    }
}
