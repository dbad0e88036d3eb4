package dev.plectrum.orm.exec;

import dev.plectrum.orm.error.ConnectionRefused;
import dev.plectrum.orm.error.DatabaseException;
import dev.plectrum.orm.error.QueueFull;
import dev.plectrum.orm.error.Report;
import dev.plectrum.orm.sql.Sql;
import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.pgclient.SslMode;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** One server: its lanes, its pool, and which of them a statement takes. */
final class Endpoint {
    private final Database database;
    private final DatabaseOptions options;
    private final VertxInternal vertx;
    private final NetClientOptions transport;
    private final NetClient client;
    private final ClientSSLOptions tls;
    private final PgConnectOptions laneOptions;
    private final PgConnectOptions leaseOptions;
    private final SocketAddress address;
    private final Pool pool;
    private final Lanes lanes;
    private final boolean hasLanes;
    private final SlowShapes slow;
    private final long period;
    private final long timer;
    private volatile int tick;
    private volatile boolean closed;

    Endpoint(Database database, DatabaseOptions options, VertxInternal vertx) {
        this.database = database;
        this.options = options;
        this.vertx = vertx;
        this.transport = new NetClientOptions()
                .setConnectTimeout((int) Math.min(options.connectTimeout().toMillis(), Integer.MAX_VALUE))
                .setTcpKeepAlive(true)
                .setTcpNoDelay(true);
        this.client = vertx.createNetClient(transport);
        this.tls = tls(options);
        this.laneOptions = connectOptions(options, tls, options.laneStatementTimeout(), options.laneLockTimeout());
        this.leaseOptions = connectOptions(options, tls, options.statementTimeout(), options.lockTimeout());
        this.address = leaseOptions.getSocketAddress();
        this.pool = new Pool(this);
        this.lanes = new Lanes(this);
        this.hasLanes = options.laneCount() > 0;
        long shortest = Math.min(
                options.answerGrace().toMillis(), options.acquireTimeout().toMillis());
        this.period = Math.max(10, Math.min(1_000, shortest / 4));
        this.slow = new SlowShapes(ticks(Duration.ofSeconds(1)), ticks(Duration.ofMinutes(1)));
        this.timer = vertx.setPeriodic(period, id -> advance());
    }

    private static ClientSSLOptions tls(DatabaseOptions options) {
        ClientSSLOptions tls = new ClientSSLOptions();
        boolean verified =
                options.tls() == DatabaseOptions.Tls.VERIFY_CA || options.tls() == DatabaseOptions.Tls.VERIFY_FULL;
        tls.setHostnameVerificationAlgorithm(options.tls() == DatabaseOptions.Tls.VERIFY_FULL ? "HTTPS" : "");
        tls.setTrustAll(!verified);
        String root = options.rootCertificate();
        if (root != null) {
            tls.setTrustOptions(new PemTrustOptions().addCertPath(root));
        } else if (verified) {
            tls.setTrustOptions(systemTrust());
        }
        return tls;
    }

    private static TrustOptions systemTrust() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return TrustOptions.wrap((X509TrustManager) factory.getTrustManagers()[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The authorities that Java trusts could not be read", e);
        }
    }

    private static PgConnectOptions connectOptions(
            DatabaseOptions options, ClientSSLOptions tls, Duration statementTimeout, Duration lockTimeout) {
        Map<String, String> properties = new HashMap<>();
        properties.put("application_name", options.applicationName());
        properties.put("client_encoding", "utf8");
        properties.put("DateStyle", "ISO");
        if (!options.pgBouncer()) {
            // PgBouncer refuses the connection for any of these.
            properties.put("extra_float_digits", "2");
            properties.put("TimeZone", "UTC");
            properties.put("statement_timeout", Long.toString(statementTimeout.toMillis()));
            properties.put("lock_timeout", Long.toString(lockTimeout.toMillis()));
            properties.put(
                    "idle_in_transaction_session_timeout",
                    Long.toString(options.idleInTransactionTimeout().toMillis()));
            properties.putAll(options.serverSettings());
        }
        return new PgConnectOptions()
                .setHost(options.host())
                .setPort(options.port())
                .setDatabase(options.database())
                .setUser(options.user())
                .setPassword(options.password())
                .setProperties(properties)
                .setPipeliningLimit(options.pipelining())
                .setCachePreparedStatements(options.statementCache() > 0 && !options.pgBouncer())
                .setPreparedStatementCacheMaxSize(Math.max(1, options.statementCache()))
                .setPreparedStatementCacheSqlLimit(options.statementCacheTextLimit())
                .setUseLayer7Proxy(options.pgBouncer())
                .setSslMode(
                        switch (options.tls()) {
                            case DISABLE -> SslMode.DISABLE;
                            case PREFER -> SslMode.PREFER;
                            case REQUIRE -> SslMode.REQUIRE;
                            case VERIFY_CA -> SslMode.VERIFY_CA;
                            case VERIFY_FULL -> SslMode.VERIFY_FULL;
                        })
                .setSslOptions(tls);
    }

    /** Sends a statement in autocommit by the way that suits it. */
    void route(Call<?, ?> call, EventLoop loop) {
        if (closed) {
            call.settle(Database.closedException());
            return;
        }
        if (call.isAbandoned()) {
            call.settle(Cancellation.reason());
            return;
        }
        if (hasLanes && mayTakeLane(call.sql())) {
            Lane lane = lanes.of(loop);
            if (lane != null) {
                if (lane.load() >= options.pipelining() + options.queue()) {
                    call.settle(new QueueFull(Report.of(
                            lane.load() + " statements are on one lane already: this one was turned away",
                            call.sql().text(),
                            call.sql().site())));
                    return;
                }
                if (lane.send(call)) {
                    return;
                }
                // It has just closed; its successor opens with the next statement, this one need not wait for that.
            }
        }
        lease(call, loop);
    }

    private boolean mayTakeLane(Sql sql) {
        return (sql.access() == Sql.Access.READ || sql.access() == Sql.Access.WRITE)
                && sql.options().isNone()
                && !slow.contains(sql.text(), tick)
                && Statements.mayShare(sql);
    }

    /** Sends it over a connection of its own. */
    void lease(Call<?, ?> call, EventLoop loop) {
        pool.acquire(new Single(this, loop, call));
    }

    /** No connection for this statement: another server may have one. */
    void refused(Call<?, ?> call, EventLoop loop, DatabaseException reason) {
        if (reason instanceof ConnectionRefused && database.fallBack(this, call, loop)) {
            return;
        }
        call.settle(reason);
    }

    /** Whether a lane ended it because it took too long there: it had no effect. */
    boolean isLaneTimeout(Throwable error) {
        if (!(error instanceof PgException refusal)) {
            return false;
        }
        String state = refusal.getSqlState();
        return "55P03".equals(state) || ("57014".equals(state) && !Diagnosis.byOperator(refusal));
    }

    /** Spares the lanes this statement for a while: the neighbours waited for it. */
    void tooLongForLane(Sql sql, Throwable error) {
        if (error instanceof PgException refusal && "55P03".equals(refusal.getSqlState())) {
            slow.contended(sql.text(), tick);
        } else {
            slow.slow(sql.text(), tick);
        }
    }

    /** Whether a cached statement no longer fits its table; the client has forgotten it by now. */
    static boolean isStalePlan(Throwable error) {
        return error instanceof PgException refusal
                && refusal.getErrorMessage() != null
                && (refusal.getErrorMessage().equals("cached plan must not change result type")
                        || refusal.getErrorMessage().startsWith("bind message has "));
    }

    /** What the caller of a statement in autocommit gets to see of an error. */
    @Nullable Throwable autocommitted(Call<?, ?> call, @Nullable Throwable error) {
        if (error == null || error == call.thrown()) {
            return error;
        }
        Throwable lost = Link.lost(error);
        boolean changed = call.sql().access() != Sql.Access.READ;
        if (lost != null && !Link.unsent(error) && changed) {
            return database.diagnosis().inDoubt(lost, call.sql());
        }
        return database.diagnosis().of(error, call.sql());
    }

    ConnectionRefused refusedConnection(Throwable error) {
        String reason = error instanceof PgException refusal
                ? Objects.requireNonNullElse(refusal.getErrorMessage(), "refused")
                : Objects.requireNonNullElse(error.getMessage(), error.toString());
        return new ConnectionRefused(Report.of("No connection to " + options + ": " + reason + expectation(reason))
                .causedBy(error));
    }

    /** What we asked of the server's TLS, because the client only says that it came to nothing. */
    private String expectation(String reason) {
        DatabaseOptions.Tls mode = options.tls();
        if (!reason.contains("SSL") || mode == DatabaseOptions.Tls.DISABLE || mode == DatabaseOptions.Tls.PREFER) {
            return "";
        }
        if (mode == DatabaseOptions.Tls.REQUIRE) {
            return ". sslmode=require asks it for TLS";
        }
        String authority = options.rootCertificate() == null
                ? "an authority that Java trusts (sslrootcert names another)"
                : options.rootCertificate();
        return mode == DatabaseOptions.Tls.VERIFY_CA
                ? ". sslmode=verify-ca asks it for a certificate signed by " + authority
                : ". sslmode=verify-full asks it for a certificate for " + options.host() + " signed by " + authority;
    }

    private void advance() {
        int now = tick + 1;
        tick = now;
        slow.advance(now);
        pool.tick(now);
        lanes.tick(now);
    }

    int tick() {
        return tick;
    }

    /** How many ticks this is, at least one more than none. */
    int ticks(Duration duration) {
        return (int) Math.min(Integer.MAX_VALUE / 2, duration.toMillis() / period + 1);
    }

    /** When this tick was, as {@link System#nanoTime()} counts. */
    long timeOf(int then) {
        return System.nanoTime() - (tick - then) * period * 1_000_000;
    }

    /** How long to wait for the answer to something that the server ends by itself after this time; zero is for ever. */
    int patience(Duration serverTimeout) {
        return serverTimeout.isZero() ? Integer.MAX_VALUE : ticks(serverTimeout.plus(options.answerGrace()));
    }

    int leasePatience() {
        return patience(options.statementTimeout());
    }

    int lanePatience() {
        return patience(options.laneStatementTimeout());
    }

    Database database() {
        return database;
    }

    DatabaseOptions options() {
        return options;
    }

    VertxInternal vertx() {
        return vertx;
    }

    NetClientOptions transport() {
        return transport;
    }

    /** Opens every socket to this server. */
    NetClient client() {
        return client;
    }

    ClientSSLOptions tlsOptions() {
        return tls;
    }

    PgConnectOptions laneOptions() {
        return laneOptions;
    }

    PgConnectOptions leaseOptions() {
        return leaseOptions;
    }

    SocketAddress address() {
        return address;
    }

    Pool pool() {
        return pool;
    }

    Lanes lanes() {
        return lanes;
    }

    /** Closes every connection; those that are lent have this long to come back. */
    Future<Void> close(Duration patience) {
        closed = true;
        Promise<Void> done = Promise.promise();
        pool.close();
        long begun = System.nanoTime();
        lanes.close().onComplete(lanesClosed -> whenEmpty(begun + patience.toNanos(), done));
        return done.future();
    }

    /** Looks again and again. Not a periodic timer: one that fires before its caller has its handle can't be cancelled. */
    private void whenEmpty(long deadline, Promise<Void> done) {
        if (pool.isEmpty()) {
            vertx.cancelTimer(timer);
            client.close().onComplete(closed -> done.complete());
            return;
        }
        if (System.nanoTime() - deadline > 0) {
            pool.sever();
        }
        vertx.setTimer(10, id -> whenEmpty(deadline, done));
    }
}
