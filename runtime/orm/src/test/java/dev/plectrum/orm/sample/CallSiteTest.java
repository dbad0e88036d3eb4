package dev.plectrum.orm.sample;

import static dev.plectrum.orm.query.Functions.raw;
import static dev.plectrum.orm.query.TestDatabase.DB;
import static dev.plectrum.orm.query.TestDatabase.await;
import static dev.plectrum.orm.query.TestDatabase.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.error.DatabaseException;
import dev.plectrum.orm.error.MultipleResultsException;
import dev.plectrum.orm.error.NotFoundException;
import dev.plectrum.orm.error.StatementFailed;
import dev.plectrum.orm.error.UniqueViolation;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.query.TestDatabase;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In development, a failure names the line of the user's code that asked, though it arrives long after that has gone on. */
class CallSiteTest {
    private static Database development;

    private final ProductQuerySet products = new ProductQuerySet(development);

    @BeforeAll
    static void connect() {
        development = Database.connect(TestDatabase.options().development(true));
        ProductTable.create();
    }

    @AfterAll
    static void close() {
        await(development.close());
    }

    @BeforeEach
    void empty() {
        await(products.adelete());
        await(products.acreate(p -> p.name("one").price(BigDecimal.ONE).stock(1)));
        await(products.acreate(p -> p.name("two").price(BigDecimal.ONE).stock(1)));
    }

    /** That the failure shows the method that this was called from first. */
    private static Throwable failsIn(String method, Supplier<Future<?>> code) {
        Throwable failure = failureOf(code.get());
        StackTraceElement first = failure.getStackTrace()[0];
        assertThat(first.getClassName()).isEqualTo(CallSiteTest.class.getName());
        assertThat(first.getMethodName()).contains(method);
        assertThat(first.getLineNumber()).isPositive();
        if (failure instanceof DatabaseException refused) {
            assertThat(refused.site()).isEqualTo(first);
        }
        return failure;
    }

    @Test
    void whatTheDatabaseRefusesNamesTheLineThatAsked() {
        assertThat(failsIn(
                        "whatTheDatabaseRefusesNamesTheLineThatAsked",
                        () -> products.acreate(
                                p -> p.name("one").price(BigDecimal.ONE).stock(1))))
                .isInstanceOf(UniqueViolation.class);
        assertThat(failsIn("whatTheDatabaseRefusesNamesTheLineThatAsked", () -> products.filter(
                                p -> raw("no_such_function()").condition())
                        .alist()))
                .isInstanceOf(StatementFailed.class);
        assertThat(failsIn("whatTheDatabaseRefusesNamesTheLineThatAsked", () -> products.filter(
                                p -> raw("no_such_function()").condition())
                        .astream(row -> Future.succeededFuture())))
                .isInstanceOf(StatementFailed.class);
        assertThat(failsIn(
                        "whatTheDatabaseRefusesNamesTheLineThatAsked",
                        () -> development.atomic(() -> products.aupdate(p -> p.name.set("one")))))
                .isInstanceOf(UniqueViolation.class);
    }

    @Test
    void rowsThatAreNotThereOrTooManyNameTheLineThatAsked() {
        assertThat(failsIn("rowsThatAreNotThereOrTooManyNameTheLineThatAsked", () -> products.aget(4711)))
                .isInstanceOf(NotFoundException.class);
        assertThat(failsIn("rowsThatAreNotThereOrTooManyNameTheLineThatAsked", () -> products.aget(p -> p.stock.eq(1))))
                .isInstanceOf(MultipleResultsException.class);
    }

    @Test
    void outsideDevelopmentNothingIsLookedFor() {
        ProductQuerySet production = new ProductQuerySet(DB);
        Throwable failure = failureOf(
                production.acreate(p -> p.name("one").price(BigDecimal.ONE).stock(1)));
        assertThat(((DatabaseException) failure).site()).isNull();
        assertThat(failure.getStackTrace()).isEmpty();
    }
}
