package dev.plectrum.testing;

import static dev.plectrum.testing.Await.await;
import static dev.plectrum.testing.Queries.assertQueries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.error.UniqueViolation;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

@PlectrumTest(schema = TeaSchema.class)
class QueriesTest {
    // region queries
    @Test
    void readingAllTakesOneQuery(Database db) {
        List<String> names = assertQueries(1, () -> Teas.all(db));

        assertThat(names).containsExactly("Assam");
        assertThat(Queries.captured()).containsExactly("SELECT name FROM tea ORDER BY name");
    }
    // endregion

    @Test
    void whatATransactionAddsIsNotCounted(Database db) {
        assertQueries(1, () -> db.atomic(() -> db.atomic(() -> Teas.all(db))));

        assertThat(Queries.captured()).containsExactly("SELECT name FROM tea ORDER BY name");
    }

    @Test
    void aFailureListsTheStatements(Database db) {
        assertThatThrownBy(() ->
                        assertQueries(1, () -> Teas.add(db, "Ceylon").compose(added -> db.execute(Sql.read("""
                                SELECT name
                                FROM tea""")))))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("""
                        Expected 1 query, but 2 were sent
                        1. INSERT INTO tea VALUES ($1::text)  -- 1 row
                        2. SELECT name
                           FROM tea  -- 2 rows""");
    }

    @Test
    void aFailurePointsAtAStatementThatIsRepeated(Database db) {
        assertThatThrownBy(() -> assertQueries(2, () -> Teas.named(db, "Assam")
                        .compose(names -> Teas.named(db, "Ceylon"))
                        .compose(names -> Teas.named(db, "Darjeeling"))))
                .hasMessage("""
                        Expected 2 queries, but 3 were sent
                        1. SELECT name FROM tea WHERE name = $1::text  -- 1 row
                        2. SELECT name FROM tea WHERE name = $1::text  -- 0 rows
                        3. SELECT name FROM tea WHERE name = $1::text  -- 0 rows
                        The same statement was sent 3 times: is a relation loaded row by row?
                          SELECT name FROM tea WHERE name = $1::text""");
    }

    @Test
    void codeThatSendsNothingIsCountedToo() {
        assertThatThrownBy(() -> assertQueries(1, () -> Future.succeededFuture(true)))
                .hasMessage("Expected 1 query, but 0 were sent");
    }

    @Test
    void theFailureOfTheCodeComesFirst(Database db) {
        assertThatThrownBy(() -> assertQueries(7, () -> Teas.add(db, "Assam"))).isInstanceOf(UniqueViolation.class);
    }

    @Test
    void anotherThreadHasNoQueries() {
        CompletableFuture<List<String>> elsewhere =
                CompletableFuture.supplyAsync(Queries::captured, task -> new Thread(task).start());

        assertThatThrownBy(elsewhere::get).rootCause().hasMessage("""
                This thread runs no @PlectrumTest: ask for queries in the test's own method, not in a callback or another thread""");
    }

    @Test
    void aFutureThatIsLateNamesTheStatementItWaitsFor(Database db) {
        assertThatThrownBy(() -> await(db.execute(Sql.read("SELECT pg_sleep(60)")), Duration.ofMillis(50)))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("""
                        The future was not completed within 50 ms
                        Statements without an answer:
                          SELECT pg_sleep(60)""");
        await(db.query(
                Sql.read(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid() AND datname = current_database()"),
                Collectors.counting()));
    }
}
