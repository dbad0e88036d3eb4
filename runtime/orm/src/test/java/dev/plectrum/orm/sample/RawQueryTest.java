package dev.plectrum.orm.sample;

import static dev.plectrum.orm.query.Functions.value;
import static dev.plectrum.orm.query.TestDatabase.DB;
import static dev.plectrum.orm.query.TestDatabase.await;
import static dev.plectrum.orm.query.TestDatabase.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.RawQuery;
import dev.plectrum.orm.RawRows;
import dev.plectrum.orm.error.MultipleResultsException;
import dev.plectrum.orm.error.NotFoundException;
import dev.plectrum.orm.error.StatementFailed;
import dev.plectrum.orm.type.Types;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawQueryTest {
    /** What a query of the caller's own counts. */
    record StockCount(int stock, long count, @Nullable BigDecimal dearest) {}

    private final ProductQuerySet products = new ProductQuerySet(DB);

    @BeforeEach
    void create() {
        ProductTable.create();
        for (int i = 0; i < 6; i++) {
            int stock = i % 3;
            String name = "p" + i;
            await(products.acreate(
                    p -> p.name(name).price(new BigDecimal("1.50")).stock(stock)));
        }
    }

    @Test
    void rowsOfAnyColumnsBecomeRecords() {
        RawRows<StockCount> rows = RawQuery.of(
                        DB,
                        "SELECT stock, count(*), max(price) FROM product WHERE stock > ? GROUP BY stock ORDER BY stock DESC",
                        value(0))
                .into(StockCount::new, Types.INT4, Types.INT8, Types.NUMERIC);
        assertThat(await(rows.alist()))
                .containsExactly(
                        new StockCount(2, 2, new BigDecimal("1.50")), new StockCount(1, 2, new BigDecimal("1.50")));
        assertThat(rows).hasToString("""
                SELECT c1, c2, c3::text
                FROM (SELECT stock, count(*), max(price) FROM product WHERE stock > $1::int4 GROUP BY stock ORDER BY stock DESC) t0(c1, c2, c3)""");
        assertThat(await(rows.afirst())).isEqualTo(new StockCount(2, 2, new BigDecimal("1.50")));
        assertThat(failureOf(rows.aget())).isInstanceOf(MultipleResultsException.class);
    }

    @Test
    void oneToFiveColumnsAreTypedOneByOne() {
        assertThat(await(RawQuery.of(DB, "SELECT ? || 'x'", value("it's"))
                        .into(text -> text + "!", Types.TEXT)
                        .aget()))
                .isEqualTo("it'sx!");
        assertThat(await(RawQuery.of(DB, "VALUES (1, interval '90 min')")
                        .into((Integer n, Duration d) -> n + " " + d, Types.INT4, Types.INTERVAL_DURATION)
                        .aget()))
                .isEqualTo("1 PT1H30M");
        assertThat(await(RawQuery.of(DB, "SELECT 1, NULL::text, true, 2::int8")
                        .into(
                                (a, b, c, d) -> a + " " + b + " " + c + " " + d,
                                Types.INT4,
                                Types.TEXT,
                                Types.BOOL,
                                Types.INT8)
                        .aget()))
                .isEqualTo("1 null true 2");
        assertThat(await(RawQuery.of(DB, "SELECT 1, 2, 3, 4, 5")
                        .into(
                                (a, b, c, d, e) -> a + b + c + d + e,
                                Types.INT4,
                                Types.INT4,
                                Types.INT4,
                                Types.INT4,
                                Types.INT4)
                        .aget()))
                .isEqualTo(15);
    }

    @Test
    void aQueryWithFewerColumnsThanTypesIsRefused() {
        assertThat(failureOf(RawQuery.of(DB, "SELECT 1")
                        .into((a, b) -> a, Types.INT4, Types.INT4)
                        .alist()))
                .isInstanceOf(StatementFailed.class)
                .hasMessageContaining("1 columns available but 2 columns specified");
    }

    @Test
    void rowsOfAModelAreFoundByTheNamesOfItsColumns() {
        RawRows<Product> rows = products.raw("""
                WITH dear AS (SELECT * FROM product WHERE price * stock > ?) -- with a comment
                SELECT 'ignored' AS more, dear.* FROM dear ORDER BY name DESC""", value(2));
        assertThat(await(rows.alist())).extracting(p -> p.name).containsExactly("p5", "p2");
        assertThat(await(rows.afirst()).stockValue).isEqualByComparingTo("3.00");
        List<String> streamed = new ArrayList<>();
        assertThat(await(rows.astream(p -> {
                    streamed.add(p.name);
                    return Future.succeededFuture();
                })))
                .isEqualTo(2);
        assertThat(streamed).containsExactly("p5", "p2");
        assertThat(failureOf(products.raw("SELECT * FROM product WHERE name = ?", value("no such"))
                        .aget()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aStatementThatChangesRowsIsNoQuery() {
        assertThat(failureOf(products.raw("DELETE FROM product RETURNING *").alist()))
                .isInstanceOf(StatementFailed.class);
        assertThat(await(products.acount())).isEqualTo(6);
    }
}
