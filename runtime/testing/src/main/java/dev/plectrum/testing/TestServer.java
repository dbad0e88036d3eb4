package dev.plectrum.testing;

import dev.plectrum.orm.error.DatabaseException;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.exec.DatabaseOptions;
import dev.plectrum.orm.exec.DevelopmentDatabase;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * The server on which this JVM's tests have their databases. A run is one JVM; its databases are named after it, and it
 * holds an advisory lock for as long as it lives, so that a later run knows which databases nobody uses any more: those of
 * a JVM that was killed.
 *
 * <p>Databases are named {@code plectrum_test_<database>_<run>_<number>}. The first part is there because advisory locks
 * are seen only by those who are connected to the same database.
 */
final class TestServer implements AutoCloseable {
    private static final String PREFIX = "plectrum_test_";
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Vertx vertx = Vertx.vertx();
    private final DatabaseOptions options;
    private final Database admin;
    private final String run;
    private final RunLock lock;
    private final AtomicInteger numbers = new AtomicInteger();
    // Guarded by this.
    private Future<?> drops = Future.succeededFuture();

    private TestServer(DatabaseOptions options) {
        this.options = options;
        // No lanes: creating a database takes longer than they allow.
        admin = Database.connect(
                vertx,
                options.poolSize(8)
                        .lanes(0)
                        .applicationName("plectrum-testing")
                        .statementTimeout(PATIENCE)
                        // More tests may begin at once than it has connections.
                        .acquireTimeout(PATIENCE)
                        .idleInTransactionTimeout(Duration.ZERO));
        try {
            int id = new SecureRandom().nextInt();
            String siblings = PREFIX + databaseNumber() + "_";
            run = siblings + "%08x_".formatted(id);
            lock = Objects.requireNonNull(RunLock.take(admin, id), "nobody else has drawn the same number");
            dropAbandoned(siblings);
        } catch (RuntimeException e) {
            await(admin.close().eventually(vertx::close));
            throw e;
        }
    }

    static TestServer start() {
        return new TestServer(configured());
    }

    /** The one that the environment names, else the development database's; never one that is in use beside the tests. */
    private static DatabaseOptions configured() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        // It has none of the databases that are made here.
        environment.remove("DATABASE_REPLICA_URL");
        DatabaseOptions named = DatabaseOptions.of(environment, "");
        if (named != null) {
            return named.development(true);
        }
        for (DevelopmentDatabase development : ServiceLoader.load(DevelopmentDatabase.class)) {
            return DatabaseOptions.of(development.url()).development(true);
        }
        throw new IllegalStateException(
                "There is no server for the tests: set DATABASE_URL, or add plectrum-devservices to the test class path");
    }

    /** An empty database. */
    String create() {
        return create("");
    }

    /** A copy of a database to which nobody is connected. */
    String copy(String template) {
        return create(" TEMPLATE " + template);
    }

    private String create(String from) {
        String name = run + numbers.incrementAndGet();
        try {
            await(admin.execute(Sql.write("CREATE DATABASE " + name + from)));
        } catch (DatabaseException e) {
            if ("42501".equals(e.sqlState())) {
                throw new IllegalStateException(
                        "The tests create databases, which the user of " + options + " may not: ALTER USER "
                                + options.user() + " CREATEDB",
                        e);
            }
            throw e;
        }
        return name;
    }

    /** Drops a database some time before the end: the next test need not wait for it. */
    synchronized void discard(String name) {
        drops = drops.eventually(() -> drop(name));
    }

    private Future<Long> drop(String name) {
        return admin.execute(Sql.write("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
    }

    /** A new access to one of its databases. */
    Database connect(String name, Recorder recorder) {
        return Database.connect(
                vertx,
                options.database(name)
                        .applicationName("plectrum-testing")
                        // A breakpoint in a test must not end its transaction.
                        .idleInTransactionTimeout(Duration.ZERO)
                        .listener(recorder));
    }

    private long databaseNumber() {
        return await(admin.query(
                Sql.read("SELECT oid::int8 FROM pg_database WHERE datname = current_database()"),
                Collectors.summingLong(row -> row.getLong(0))));
    }

    /** Drops what runs that have died have left; a run that lives keeps its lock. */
    private void dropAbandoned(String siblings) {
        List<String> names = await(admin.query(
                Sql.read("SELECT datname::text FROM pg_database WHERE starts_with(datname, $1::text)", siblings),
                Collectors.mapping(row -> row.getString(0), Collectors.toList())));
        Map<String, List<String>> runs = names.stream()
                .collect(Collectors.groupingBy(
                        name -> name.substring(siblings.length(), name.indexOf('_', siblings.length()))));
        runs.forEach((abandoned, left) -> {
            RunLock mine = RunLock.take(admin, Integer.parseUnsignedInt(abandoned, 16));
            if (mine != null) {
                left.forEach(name -> await(drop(name)));
                mine.release();
            }
        });
    }

    private static <T> T await(Future<T> future) {
        return Await.await(future, PATIENCE);
    }

    @Override
    public synchronized void close() {
        await(drops);
        lock.release();
        await(admin.close().eventually(vertx::close));
    }
}
