package dev.plectrum.benchmarks.database;

import dev.plectrum.benchmarks.measure.CpuMeter;
import dev.plectrum.benchmarks.measure.ProcStat;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL with the contract's rows, and a connection to look after it that no contestant uses. */
public final class BenchmarkDatabase implements AutoCloseable {
    private static final int SECONDS = 120;
    private static final List<String> TABLES =
            List.of("world", "fortune", "product", "author", "post", "tag", "post_tags", "item");

    private final @Nullable EmbeddedPostgres server;
    private final String url;
    private final Vertx vertx;
    private final PgConnection connection;

    private BenchmarkDatabase(@Nullable EmbeddedPostgres server, String url, Vertx vertx, PgConnection connection) {
        this.server = server;
        this.url = url;
        this.vertx = vertx;
        this.connection = connection;
    }

    /**
     * The database at this URL, or an embedded one that ends with this object if there is none. Loads the schema unless its
     * tables are there. Embedded, it neither waits for a disk nor cleans up by itself: both would show up in somebody's round.
     */
    public static BenchmarkDatabase open(@Nullable String url) throws IOException, TimeoutException {
        EmbeddedPostgres server = null;
        if (url == null) {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("autovacuum", "off")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("shared_buffers", "256MB")
                    .start();
            url = "postgres://postgres@127.0.0.1:" + server.getPort() + "/postgres";
        }
        Vertx vertx = Vertx.vertx();
        PgConnection connection = await(PgConnection.connect(vertx, PgConnectOptions.fromUri(url)));
        BenchmarkDatabase database = new BenchmarkDatabase(server, url, vertx, connection);
        database.load();
        return database;
    }

    private void load() throws TimeoutException {
        long present =
                number("SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
                        + " AND relname IN ('" + String.join("', '", TABLES) + "')");
        if (present == 0) {
            run(schema());
            run("VACUUM (ANALYZE)");
        } else if (present != TABLES.size()) {
            throw new IllegalStateException(
                    "The database has some of the tables " + TABLES + ", but not all. Use an empty one.");
        }
        tidy();
    }

    private static String schema() {
        try (InputStream schema = BenchmarkDatabase.class.getResourceAsStream("schema.sql")) {
            if (schema == null) {
                throw new IllegalStateException("schema.sql is not on the class path");
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public String url() {
        return url;
    }

    /** Where the database of this name is on the same server; it is made, empty, if it is not there yet. */
    public String another(String name) throws TimeoutException {
        if (number("SELECT count(*) FROM pg_database WHERE datname = '" + name + "'") == 0) {
            run("CREATE DATABASE " + name);
        }
        URI here = URI.create(url);
        String query = here.getRawQuery() == null ? "" : "?" + here.getRawQuery();
        return here.resolve("/" + name + query).toString();
    }

    /** Its version as it tells it. */
    public String version() throws TimeoutException {
        return query("SHOW server_version").iterator().next().getString(0);
    }

    /** The CPU of all its processes; unknown if they are not on this machine, or not to be seen. */
    public CpuMeter cpu() throws IOException, TimeoutException {
        if (!InetAddress.getByName(PgConnectOptions.fromUri(url).getHost()).isLoopbackAddress()) {
            return CpuMeter.UNKNOWN;
        }
        return ProcStat.of(number("SELECT pg_backend_pid()"))
                .filter(backend -> backend.name().startsWith("postgres"))
                .map(backend -> CpuMeter.ofFamily(backend.parent()))
                .orElse(CpuMeter.UNKNOWN);
    }

    /** Puts the tables back in shape between rounds: what one contestant wrote must not slow down the next. */
    public void tidy() throws TimeoutException {
        run("TRUNCATE item");
        run("VACUUM (ANALYZE) world, product, item");
        run("CHECKPOINT");
    }

    /** What a statement returns, for whoever checks what contestants did. */
    public RowSet<Row> query(String sql) throws TimeoutException {
        return await(connection.query(sql).execute());
    }

    private void run(String sql) throws TimeoutException {
        query(sql);
    }

    private long number(String sql) throws TimeoutException {
        return query(sql).iterator().next().getLong(0);
    }

    private static <T> T await(Future<T> future) throws TimeoutException {
        return future.await(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException, TimeoutException {
        await(connection.close());
        await(vertx.close());
        if (server != null) {
            server.close();
        }
    }
}
