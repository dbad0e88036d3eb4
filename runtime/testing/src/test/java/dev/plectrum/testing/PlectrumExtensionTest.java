package dev.plectrum.testing;

import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Each of these starts JUnit once more, in this JVM: a run of its own, with databases of its own. */
@PlectrumTest(isolation = Isolation.CLASS)
class PlectrumExtensionTest {
    @Test
    void aRunLeavesNoDatabase(Database db) {
        Samples.seen.clear();

        EngineExecutionResults results = run(Samples.Good.class);

        results.testEvents().assertStatistics(statistics -> statistics.succeeded(2));
        assertThat(Samples.seen).hasSize(2).doesNotHaveDuplicates();
        assertThat(databases(db)).doesNotContainAnyElementsOf(Samples.seen);
    }

    @Test
    void whatAKilledRunLeftIsDroppedAndWhatALivingOneHasIsNot(Database db) {
        String own = await(text(db, "SELECT current_database()::text")).get(0);
        String abandoned = own.replaceFirst("_[0-9a-f]{8}_.*", "_00000001_1");
        await(db.execute(Sql.text("CREATE DATABASE " + abandoned)));

        run(Samples.Empty.class);

        assertThat(databases(db)).contains(own).doesNotContain(abandoned);
    }

    @Test
    void aSchemaThatFailsFailsTheClassWithItsOwnWords() {
        run(Samples.Broken.class)
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                container(Samples.Broken.class),
                                finishedWithFailure(message(text -> text.contains("there is no tea")))));
    }

    @Test
    void aDatabaseForAllTestsOfAClassThatHasNoneIsExplained() {
        run(Samples.BeforeAllWithoutSharing.class)
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                container(Samples.BeforeAllWithoutSharing.class),
                                finishedWithFailure(
                                        message(
                                                text -> text.contains(
                                                        "has a database of its own, so there is none for all of them: take it in @BeforeEach")))));
    }

    private static EngineExecutionResults run(Class<?> test) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(test))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .execute();
    }

    private static List<String> databases(Database db) {
        return await(text(db, "SELECT datname::text FROM pg_database"));
    }

    private static Future<List<String>> text(Database db, String sql) {
        return db.query(Sql.read(sql), Collectors.mapping(row -> row.getString(0), Collectors.toList()));
    }

    /** Run from here only: their names are none that Surefire looks for. */
    static final class Samples {
        static final List<String> seen = new CopyOnWriteArrayList<>();

        private Samples() {}

        @PlectrumTest(schema = TeaSchema.class)
        static class Good {
            @Test
            void one(Database db) {
                seen.addAll(await(text(db, "SELECT current_database()::text")));
            }

            @Test
            void two(Database db) {
                seen.addAll(await(text(db, "SELECT current_database()::text")));
            }
        }

        @PlectrumTest
        static class Empty {
            @Test
            void nothing() {}
        }

        @PlectrumTest(schema = BrokenSchema.class)
        static class Broken {
            @Test
            void nothing() {}
        }

        @PlectrumTest
        static class BeforeAllWithoutSharing {
            @BeforeAll
            static void prepare(Database db) {
                await(db.check());
            }

            @Test
            void nothing() {}
        }
    }

    /** Fails. */
    static final class BrokenSchema implements TestSchema {
        @Override
        public Future<?> create(Database db) {
            return Future.failedFuture(new IllegalStateException("there is no tea"));
        }
    }
}
