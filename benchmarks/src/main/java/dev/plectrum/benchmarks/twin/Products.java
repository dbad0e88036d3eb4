package dev.plectrum.benchmarks.twin;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.data.Numeric;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The table {@code product} over one connection. */
final class Products {
    static final int PAGE = 20;
    static final String ALL = "SELECT id, name, category, price, stock, created, gross FROM product";
    static final String GET = ALL + " WHERE id = $1::int8";
    // LIMIT is a number in the text: PostgreSQL plans a statement with a bound one anew at each execution. So it does
    // for
    // OFFSET, hence a text of its own for the first page.
    static final String FROM_PRICE = ALL + " WHERE price >= $1::numeric ORDER BY price, id LIMIT " + PAGE;
    private static final String FROM_PRICE_PAGE = FROM_PRICE + " OFFSET $2::int8";
    static final String BETWEEN = ALL + " WHERE id BETWEEN $1::int8 AND $2::int8 ORDER BY id";
    static final String SET_STOCKS = "UPDATE product SET stock = v.stock"
            + " FROM unnest($1::int8[], $2::int4[]) v(id, stock) WHERE product.id = v.id";

    private static final int COUNT = 100_000;

    private final PreparedQuery<SqlResult<Product>> get;
    private final PreparedQuery<SqlResult<List<Product>>> fromPrice;
    private final PreparedQuery<SqlResult<List<Product>>> fromPricePage;
    private final PreparedQuery<SqlResult<List<Product>>> between;
    private final PreparedQuery<RowSet<Row>> setStocks;

    Products(PgConnection connection) {
        get = connection.preparedQuery(GET).collecting(Rows.one(Product::from));
        fromPrice = connection.preparedQuery(FROM_PRICE).collecting(Rows.list(PAGE, Product::from));
        fromPricePage = connection.preparedQuery(FROM_PRICE_PAGE).collecting(Rows.list(PAGE, Product::from));
        between = connection.preparedQuery(BETWEEN).collecting(Rows.list(1000, Product::from));
        setStocks = connection.preparedQuery(SET_STOCKS);
    }

    static long randomId() {
        return ThreadLocalRandom.current().nextLong(COUNT) + 1;
    }

    Future<SqlResult<Product>> get(long id) {
        return get.execute(Tuple.of(id));
    }

    /** A page, counted from 1, of those that cost no less than this, the cheapest first. */
    Future<SqlResult<List<Product>>> fromPrice(BigDecimal min, int page) {
        return page == 1
                ? fromPrice.execute(Tuple.of(Numeric.create(min)))
                : fromPricePage.execute(Tuple.of(Numeric.create(min), (page - 1L) * PAGE));
    }

    Future<SqlResult<List<Product>>> between(long first, long last) {
        return between.execute(Tuple.of(first, last));
    }

    /** One statement that gives each product its own stock. */
    Future<RowSet<Row>> setStocks(List<Product> products, int[] stocks) {
        return setStocks.execute(Tuple.wrap(columns(products, stocks)));
    }

    /** An array of keys and one of stocks. */
    static Object[] columns(List<Product> products, int[] stocks) {
        Long[] ids = new Long[stocks.length];
        Integer[] values = new Integer[stocks.length];
        for (int i = 0; i < stocks.length; i++) {
            ids[i] = products.get(i).id();
            values[i] = stocks[i];
        }
        return new Object[] {ids, values};
    }
}
