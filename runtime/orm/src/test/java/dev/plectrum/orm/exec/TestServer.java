package dev.plectrum.orm.exec;

import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** A real PostgreSQL for the tests of this package, started once, and the few things all of them do with it. */
final class TestServer {
    private static final EmbeddedPostgres POSTGRES = start();

    // Slow statements and failing hooks are what these tests make on purpose: nobody needs to read of each.
    private static final Logger QUIET = Logger.getLogger("dev.plectrum");

    static {
        QUIET.setLevel(Level.OFF);
    }

    /** Looks at the server from outside, over connections that no test counts. */
    static final Database OBSERVER =
            Database.connect(options().applicationName("observer").poolSize(1));

    private TestServer() {}

    private static EmbeddedPostgres start() {
        try {
            // It ends with the JVM, by a shutdown hook of its own.
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int port() {
        return POSTGRES.getPort();
    }

    static DatabaseOptions options() {
        return DatabaseOptions.local().port(POSTGRES.getPort()).tls(DatabaseOptions.Tls.DISABLE);
    }

    /** Waits for a future; a test that hangs says where. */
    static <T> T await(Future<T> future) {
        try {
            return future.await(30, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("The future did not complete within 30 seconds", e);
        }
    }

    /** Why a future failed. */
    static Throwable failureOf(Future<?> future) {
        try {
            Object result = future.await(30, TimeUnit.SECONDS);
            throw new AssertionError("The future was to fail and completed with " + result);
        } catch (TimeoutException e) {
            throw new AssertionError("The future did not complete within 30 seconds", e);
        } catch (AssertionError e) {
            throw e;
        } catch (Throwable failure) {
            return failure;
        }
    }

    /** The first column of every row, as numbers. */
    static Collector<Row, ?, List<Long>> longs() {
        return Collectors.mapping(row -> row.getLong(0), Collectors.toList());
    }

    /** The first column of every row, as texts. */
    static Collector<Row, ?, List<String>> texts() {
        return Collectors.mapping(row -> row.getString(0), Collectors.toList());
    }

    static long number(Session session, String sql, Object... binds) {
        return await(session.query(Sql.read(sql, binds), longs())).get(0);
    }

    static void script(String statements) {
        await(OBSERVER.script(statements));
    }

    /** Asks the server until it says so; for what another process does in its own time. */
    static void until(String what, String sql, long expected) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        long last;
        do {
            last = number(OBSERVER, sql);
            if (last == expected) {
                return;
            }
            Thread.onSpinWait();
        } while (System.nanoTime() - deadline < 0);
        List<String> activity = await(OBSERVER.query(Sql.read("""
                        SELECT concat_ws(' ', pid, application_name, state, wait_event, query) FROM pg_stat_activity
                        WHERE backend_type = 'client backend'"""), texts()));
        throw new AssertionError(
                what + ": expected " + expected + " and it stays " + last + "\n" + String.join("\n", activity));
    }

    /** The same for something in this process. */
    static void untilTrue(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("It never happened that " + what);
            }
            Thread.onSpinWait();
        }
    }

    /** The server was made to restart: waits until it answers the observer again. */
    static void awaitRestart() {
        untilTrue(
                "the server answers again",
                () -> await(OBSERVER.check().map(true).otherwise(false)));
    }

    /** That no connection of this name has a transaction open. */
    static void assertNoOpenTransaction(String application) {
        until(
                "open transactions of " + application,
                "SELECT count(*) FROM pg_stat_activity WHERE application_name = '" + application
                        + "' AND state <> 'idle'",
                0);
    }
}
