package dev.plectrum.orm.sample;

import static dev.plectrum.orm.query.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.query.TestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is set to the present is set by the clock that the database was given. */
class PresentTest {
    /** A clock that stands still unless it is told to go on. */
    private static final class Watch extends Clock {
        private Instant now = Instant.parse("2024-02-29T12:00:00.123456789Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            // Another answer each time: two questions in one statement would show.
            now = now.plusSeconds(1);
            return now;
        }
    }

    private static final Watch WATCH = new Watch();
    private static Database db;

    @BeforeAll
    static void connect() {
        db = Database.connect(TestDatabase.options().clock(WATCH));
        ProductTable.create();
    }

    @AfterAll
    static void close() {
        await(db.close());
    }

    private static Product product(String name) {
        Product product = new Product();
        product.name = name;
        product.price = BigDecimal.ONE;
        return product;
    }

    @Test
    void oneStatementHasOnePresent() {
        ProductQuerySet products = new ProductQuerySet(db);
        Product created = await(products.acreate(product("one")));
        assertThat(created.createdAt).isEqualTo(Instant.parse("2024-02-29T12:00:01.123456Z"));
        assertThat(created.updatedAt).isEqualTo(created.createdAt);

        await(products.asave(created));
        assertThat(created.updatedAt).isEqualTo(created.createdAt.plusSeconds(1));
        await(products.asave(created, p -> p.stock));
        assertThat(created.updatedAt).isEqualTo(created.createdAt.plusSeconds(2));

        List<Product> bulk = await(products.abulkCreate(List.of(product("two"), product("three"))));
        assertThat(bulk).extracting(p -> p.createdAt).containsOnly(created.createdAt.plusSeconds(3));
        assertThat(bulk).extracting(p -> p.updatedAt).containsOnly(created.createdAt.plusSeconds(3));
        Product again = await(db.atomic(tx -> new ProductQuerySet(tx).acreate(product("four"))));
        assertThat(again.createdAt).isEqualTo(created.createdAt.plusSeconds(4));
        assertThat(await(products.aget(again.id)).createdAt).isEqualTo(again.createdAt);
    }
}
