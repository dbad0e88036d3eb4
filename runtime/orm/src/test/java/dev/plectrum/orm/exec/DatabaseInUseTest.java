package dev.plectrum.orm.exec;

import static dev.plectrum.orm.exec.Atomic.SERIALIZABLE;
import static dev.plectrum.orm.exec.TestServer.await;
import static dev.plectrum.orm.exec.TestServer.failureOf;
import static dev.plectrum.orm.exec.TestServer.longs;
import static dev.plectrum.orm.exec.TestServer.number;
import static dev.plectrum.orm.exec.TestServer.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.error.UniqueViolation;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples of docs/database.md and docs/transactions.md. */
class DatabaseInUseTest {
    private static Database db;

    @BeforeAll
    static void connect() {
        db = connected("postgres://postgres@localhost:" + TestServer.port() + "/postgres");
        TestServer.script(
                "DROP TABLE IF EXISTS shelf; CREATE TABLE shelf (name text PRIMARY KEY, stock int8 NOT NULL)");
    }

    private static Database connected(String url) {
        // region connect
        Database db = Database.connect(
                DatabaseOptions.of(url).applicationName("shop").poolSize(20).statementTimeout(Duration.ofSeconds(10)));
        // endregion
        return db;
    }

    @AfterAll
    static void close() {
        await(db.close());
    }

    @BeforeEach
    void fill() {
        TestServer.script("TRUNCATE shelf; INSERT INTO shelf VALUES ('desk', 5), ('lamp', 0)");
    }

    @Test
    void statements() {
        // region statements
        Future<List<String>> names =
                db.query(Sql.read("SELECT name FROM shelf WHERE stock > $1::int8 ORDER BY name", 0L), texts());

        Future<Long> changed =
                db.execute(Sql.write("UPDATE shelf SET stock = stock + 1 WHERE name = $1::text", "desk"));

        Future<Outcome<List<Long>>> both =
                db.run(Sql.write("INSERT INTO shelf VALUES ($1::text, 3) RETURNING stock", "chair"), longs());
        // endregion

        assertThat(await(names)).contains("desk");
        assertThat(await(changed)).isEqualTo(1);
        assertThat(await(both).rows()).containsExactly(3L);
    }

    @Test
    void options() {
        // region options
        Sql report = Sql.read("SELECT sum(stock)::int8 FROM shelf")
                .with(new Sql.Options(Duration.ofMinutes(5), java.util.Map.of("work_mem", "64MB")));
        // endregion

        assertThat(await(db.query(report, longs()))).containsExactly(5L);
    }

    @Test
    void violation() {
        Future<Long> insert = db.execute(Sql.write("INSERT INTO shelf VALUES ('desk', 1)"));
        // region violation
        Future<String> answer = insert.map(n -> "added")
                .recover(e -> e instanceof UniqueViolation violation
                        ? Future.succeededFuture("There is one with this " + violation.fields())
                        : Future.failedFuture(e));
        // endregion

        assertThat(await(answer)).isEqualTo("There is one with this [name]");
    }

    @Test
    void stream() {
        List<String> exported = Collections.synchronizedList(new ArrayList<>());
        // region stream
        Future<Long> count = db.stream(
                Sql.read("SELECT name FROM shelf ORDER BY name"),
                500,
                row -> row.getString(0),
                name -> export(exported, name));
        // endregion

        assertThat(await(count)).isEqualTo(2);
        assertThat(exported).containsExactly("desk", "lamp");
    }

    private static Future<Void> export(List<String> to, String name) {
        to.add(name);
        return Future.succeededFuture();
    }

    @Test
    void cancellation() {
        VertxInternal vertx = (VertxInternal) db.vertx();
        Cancellation request = new Cancellation();
        io.vertx.core.Promise<Long> answer = io.vertx.core.Promise.promise();
        vertx.createEventLoopContext().runOnContext(nothing -> {
            // region cancellation
            Future<Long> total = request.run(() -> db.atomic(() -> sell("desk", 1)));
            vertx.setTimer(5_000, id -> request.cancel());
            // endregion
            total.onComplete(answer);
        });

        assertThat(await(answer.future())).isEqualTo(1);
    }

    // region sell
    private Future<Long> sell(String name, long pieces) {
        return db.execute(Sql.write("UPDATE shelf SET stock = stock - $2::int8 WHERE name = $1::text", name, pieces));
    }
    // endregion

    @Test
    void atomic() {
        // region atomic
        Future<Long> sold = db.atomic(() -> sell("desk", 1).compose(n -> sell("lamp", 1)));
        // endregion

        assertThat(await(sold)).isEqualTo(1);
        assertThat(number(db, "SELECT sum(stock) FROM shelf")).isEqualTo(3);
    }

    @Test
    void nested() {
        // region nested
        Future<Long> sold =
                db.atomic(() -> db.atomic(() -> db.execute(Sql.write("INSERT INTO shelf VALUES ('desk', 9)")))
                        .recover(e -> e instanceof UniqueViolation ? sell("desk", -9) : Future.failedFuture(e))
                        .compose(n -> sell("desk", 1)));
        // endregion

        await(sold);
        assertThat(number(db, "SELECT stock FROM shelf WHERE name = 'desk'")).isEqualTo(13);
    }

    @Test
    void retries() {
        // region retries
        Future<Long> sold = db.atomic(SERIALIZABLE.retries(3), () -> sell("desk", 1));
        // endregion

        assertThat(await(sold)).isEqualTo(1);
    }

    @Test
    void hooks() {
        List<String> mails = Collections.synchronizedList(new ArrayList<>());
        // region hooks
        Future<Long> sold = db.atomic(() -> {
            db.onCommit(() -> export(mails, "One desk was sold"));
            return sell("desk", 1);
        });
        // endregion

        await(sold);
        assertThat(mails).containsExactly("One desk was sold");
    }

    @Test
    void named() {
        // region named
        Future<Long> sold = db.atomic(tx -> tx.execute(Sql.write("UPDATE shelf SET stock = stock - 1")));
        // endregion

        assertThat(await(sold)).isEqualTo(2);
        assertThat(failureOf(db.execute(Sql.lock("SELECT 1 FOR UPDATE")))).hasMessageContaining("atomic");
    }
}
