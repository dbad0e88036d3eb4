package dev.plectrum.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.error.NotFoundException;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.exec.DatabaseOptions;
import dev.plectrum.orm.sql.Sql;
import dev.plectrum.web.Reply;
import dev.plectrum.web.Request;
import dev.plectrum.web.Route;
import dev.plectrum.web.Servers;
import dev.plectrum.web.TestUser;
import dev.plectrum.web.limit.PostgresRateLimiter;
import dev.plectrum.web.limit.RateLimit;
import dev.plectrum.web.limit.RateLimiter.Decision;
import dev.plectrum.web.security.SessionAuthentication;
import dev.plectrum.web.session.PostgresSessionStore;
import dev.plectrum.web.session.Session;
import dev.plectrum.web.testing.TestClient;
import dev.plectrum.web.testing.TestResponse;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.net.NetSocket;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresTest {
    @RegisterExtension
    static final Servers servers = new Servers();

    private static EmbeddedPostgres postgres;
    private static Database database;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
        database = Database.connect(
                servers.vertx(),
                DatabaseOptions.of("postgres://postgres@localhost:" + postgres.getPort() + "/postgres"));
    }

    @AfterAll
    static void stop() throws Exception {
        Servers.await(database.close());
        postgres.close();
    }

    private static String count(String table) {
        return Servers.await(database.query(
                Sql.read("SELECT count(*)::text FROM " + table),
                Collectors.mapping(row -> row.getString(0), Collectors.joining())));
    }

    @Test
    void aSessionInTheDatabaseEndsTheMomentItIsEnded() {
        var store = new PostgresSessionStore(database, Clock.systemUTC());
        Servers.await(store.createTable());
        Servers.await(store.createTable());
        TestClient client = servers.client(Servers.application(
                        Route.get("/me").value(request -> request.requireUser().id(), Reply.text()),
                        Route.post("/login").open().session().value(PostgresTest::logIn, Reply.text()),
                        Route.post("/logout").value(PostgresTest::logOut, Reply.text()))
                .sessions(app -> store)
                .authentication(app -> new SessionAuthentication(TestUser::find)));
        TestResponse login = client.postForm("/login");
        String token = client.cookie("session");
        assertThat(client.get("/me").text()).isEqualTo("ada");
        assertThat(count("plectrum_session WHERE data LIKE '%" + token + "%' OR encode(token_hash, 'escape') = '"
                        + token + "'"))
                .isEqualTo("0");
        client.csrfToken(login.text()).postForm("/logout");
        assertThat(client.cookie("session", token).get("/me").status())
                .as("a copied cookie is worth nothing after the logout")
                .isEqualTo(401);

        client.postForm("/login");
        assertThat(Servers.await(store.deleteAllOf("ada"))).isEqualTo(1);
        assertThat(client.get("/me").status()).isEqualTo(401);
    }

    @Test
    void aSessionThatSomebodyElsePlantedIsNotTheUsersAndOneThatHasEndedStaysSo() {
        var store = new PostgresSessionStore(database, Clock.systemUTC());
        Servers.await(store.createTable());
        var asked = new LinkedBlockingQueue<Promise<String>>();
        TestClient client = servers.client(Servers.application(
                        Route.get("/me").value(request -> request.requireUser().id(), Reply.text()),
                        Route.get("/visit").open().session().value(PostgresTest::visit, Reply.text()),
                        Route.get("/slow")
                                .session()
                                .future(
                                        request -> {
                                            Promise<String> promise = Promise.promise();
                                            asked.add(promise);
                                            return promise.future().onSuccess(v -> visit(request));
                                        },
                                        Reply.text()),
                        Route.post("/login").open().session().value(PostgresTest::logIn, Reply.text()),
                        Route.post("/logout").value(PostgresTest::logOut, Reply.text()))
                .sessions(app -> store)
                .authentication(app -> new SessionAuthentication(TestUser::find)));
        String visitors = client.get("/visit").text();
        String planted = String.valueOf(client.cookie("session"));
        String token = client.csrfToken(visitors).postForm("/login").text();
        assertThat(client.cookie("session")).as("a login has a new token").isNotEqualTo(planted);
        String users = String.valueOf(client.cookie("session"));
        assertThat(client.get("/me").text()).isEqualTo("ada");
        assertThat(client.cookie("session", planted).get("/me").status()).isEqualTo(401);

        client.cookie("session", users);
        CompletableFuture<TestResponse> slow = CompletableFuture.supplyAsync(() -> client.get("/slow"));
        Promise<String> answer = take(asked);
        client.csrfToken(token).postForm("/logout");
        answer.complete("late");
        assertThat(slow.join().status()).isEqualTo(200);
        assertThat(client.cookie("session", users).get("/me").status())
                .as("who was asked before the logout has not brought the session back")
                .isEqualTo(401);
    }

    private static <T> T take(BlockingQueue<T> queue) {
        try {
            return Objects.requireNonNull(queue.poll(20, TimeUnit.SECONDS), "nobody asked");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String visit(Request request) {
        request.session().put(Session.Key.text("seen"), "tea");
        return request.csrfToken();
    }

    private static String logIn(Request request) {
        request.session().logIn(new TestUser("ada", java.util.Set.of()), Instant.now());
        return request.csrfToken();
    }

    private static String logOut(Request request) {
        request.session().end();
        return "bye";
    }

    @Test
    void aBucketInTheDatabaseIsSharedAndRefilled() {
        var limiter = new PostgresRateLimiter(database);
        Servers.await(limiter.createTable());
        RateLimit limit = RateLimit.of("2/h", RateLimit.By.EVERYBODY);
        assertThat(Servers.await(limiter.take("a", limit)).remaining()).isEqualTo(1);
        assertThat(Servers.await(limiter.take("a", limit)).remaining()).isZero();
        Decision refused = Servers.await(new PostgresRateLimiter(database).take("a", limit));
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.untilNext()).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
        assertThat(Servers.await(limiter.take("b", limit)).allowed()).isTrue();
        Servers.await(database.execute(
                Sql.write("UPDATE plectrum_rate_limit SET filled_at = filled_at - interval '30 minutes'")));
        assertThat(Servers.await(limiter.take("a", limit)).allowed()).isTrue();
        assertThat(Servers.await(limiter.take("a", limit)).allowed()).isFalse();
    }

    @Test
    void failuresOfTheDatabaseAreAnswered() {
        Servers.await(database.script("CREATE TABLE tea (name text CONSTRAINT tea_name_key UNIQUE)"));
        TestClient client = servers.client(Servers.application(
                Route.post("/tea")
                        .open()
                        .future(
                                request -> database.execute(Sql.write("INSERT INTO tea VALUES ('mint')")),
                                Reply.nothing()),
                Route.get("/none")
                        .open()
                        .<String>future(
                                request -> Future.failedFuture(new NotFoundException("no tea with id 3")),
                                Reply.text())));
        assertThat(client.postForm("/tea").status()).isEqualTo(204);
        TestResponse twice = client.postForm("/tea");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.problem()).isEqualTo("unique");
        assertThat(twice.text()).doesNotContain("mint");
        assertThat(client.get("/none").status()).isEqualTo(404);
    }

    @Test
    void aDeadlineEndsTheRequestsStatements() {
        TestClient client = servers.client(Servers.application(Route.get("/")
                .open()
                .timeout(Duration.ofMillis(300))
                .future(
                        request -> database.atomic(() -> database.execute(Sql.write("SELECT pg_sleep(60)"))),
                        Reply.nothing())));
        assertThat(client.get("/").problem()).isEqualTo("deadline");
        awaitRunning("pg_sleep(60)", "0");
    }

    @Test
    void aClientThatLeavesTakesItsStatementsAlong() {
        var built = servers.start(Servers.application(Route.get("/")
                .open()
                .future(
                        request -> database.atomic(() -> database.execute(Sql.write("SELECT pg_sleep(61)"))),
                        Reply.nothing())));
        NetSocket socket = Servers.await(servers.net().connect(built.server().port(), "localhost"));
        socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        awaitRunning("pg_sleep(61)", "1");
        Servers.await(socket.close());
        awaitRunning("pg_sleep(61)", "0");
    }

    /** Waits until so many backends run this. */
    private static void awaitRunning(String sql, String many) {
        Instant patience = Instant.now().plusSeconds(10);
        while (!count("pg_stat_activity WHERE query LIKE '%" + sql
                        + "%' AND state = 'active' AND pid <> pg_backend_pid()")
                .equals(many)) {
            assertThat(Instant.now()).as("the statements that run").isBefore(patience);
            Servers.await(servers.vertx().timer(50));
        }
    }
}
