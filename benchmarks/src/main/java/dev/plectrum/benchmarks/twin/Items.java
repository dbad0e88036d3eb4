package dev.plectrum.benchmarks.twin;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.data.Numeric;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The table {@code item} over one connection. */
final class Items {
    static final String INSERT = "INSERT INTO item (name, qty, price, created)"
            + " VALUES ($1::text, $2::int4, $3::numeric, $4::timestamptz) RETURNING id";
    // The ids come back in the order of the arrays, since nothing between unnest and INSERT sorts or joins.
    static final String INSERT_ALL = "INSERT INTO item (name, qty, price, created)"
            + " SELECT * FROM unnest($1::text[], $2::int4[], $3::numeric[], $4::timestamptz[]) RETURNING id";

    private final PreparedQuery<SqlResult<Long>> insert;
    private final PreparedQuery<SqlResult<List<Long>>> insertAll;

    Items(PgConnection connection) {
        insert = connection.preparedQuery(INSERT).collecting(Rows.one(row -> row.getLong(0)));
        insertAll = connection.preparedQuery(INSERT_ALL).collecting(Rows.list(1000, row -> row.getLong(0)));
    }

    /** An item that is not stored yet. */
    static Item sample(int number) {
        return new Item(
                0,
                "Item " + number,
                number % 100,
                BigDecimal.valueOf(number, 2),
                OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS));
    }

    static List<Item> samples(int count) {
        List<Item> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(sample(i));
        }
        return items;
    }

    static Tuple values(Item item) {
        return Tuple.of(item.name(), item.qty(), Numeric.create(item.price()), item.created());
    }

    /** The item with the id that it was given. */
    Future<Item> insert(Item item) {
        return insert.execute(values(item)).map(answer -> item.withId(answer.value()));
    }

    /** The items with the ids that they were given. */
    Future<List<Item>> insert(List<Item> items) {
        return insertAll.execute(Tuple.wrap(columns(items))).map(answer -> numbered(items, answer.value()));
    }

    /** An array for each column. */
    static Object[] columns(List<Item> items) {
        int count = items.size();
        String[] names = new String[count];
        Integer[] quantities = new Integer[count];
        Numeric[] prices = new Numeric[count];
        OffsetDateTime[] created = new OffsetDateTime[count];
        for (int i = 0; i < count; i++) {
            Item item = items.get(i);
            names[i] = item.name();
            quantities[i] = item.qty();
            prices[i] = Numeric.create(item.price());
            created[i] = item.created();
        }
        return new Object[] {names, quantities, prices, created};
    }

    static List<Item> numbered(List<Item> items, List<Long> ids) {
        List<Item> numbered = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            numbered.add(items.get(i).withId(ids.get(i)));
        }
        return numbered;
    }
}
