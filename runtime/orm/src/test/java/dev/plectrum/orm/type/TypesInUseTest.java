package dev.plectrum.orm.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.type.TestServer.Session;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The examples of the chapter on types. */
@ExtendWith(TestServer.class)
class TypesInUseTest {
    record Size(int width, int height) {}

    record Isbn(String text) {}

    // region converter
    public static final class IsbnConverter implements Converter<Isbn, Long> {
        @Override
        public Long toDatabase(Isbn value) {
            return Long.valueOf(value.text().replace("-", ""));
        }

        @Override
        public Isbn fromDatabase(Long value) {
            return new Isbn(Long.toString(value));
        }
    }
    // endregion

    private final Session session;

    TypesInUseTest(Session session) {
        this.session = session;
    }

    @Test
    void storesARecordAsJson() {
        // region json
        DbType<Size> size = Types.json(
                value -> new JsonObject().put("width", value.width()).put("height", value.height()), json -> {
                    JsonObject object = (JsonObject) json;
                    return new Size(object.getInteger("width"), object.getInteger("height"));
                });
        // endregion
        assertThat(stored(size, new Size(2, 3))).isEqualTo(new Size(2, 3));
    }

    @Test
    void storesARangeOfDates() {
        // region range
        Range<LocalDate> february = Range.closed(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29));
        assertThat(february.contains(LocalDate.of(2024, 2, 29))).isTrue();
        assertThat(february).isEqualTo(Range.closedOpen(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 1)));
        assertThat(february).hasToString("[2024-02-01,2024-03-01)");
        // endregion
        assertThat(stored(Types.DATE_RANGE, february)).isEqualTo(february);
    }

    @Test
    void storesATypeOfTheUsers() {
        DbType<Isbn> isbn = Types.converted(Types.INT8, new IsbnConverter());
        assertThat(stored(isbn, new Isbn("978-3-16-148410-0"))).isEqualTo(new Isbn("9783161484100"));
    }

    private <T> T stored(DbType<T> type, T value) {
        return session.rows(row -> type.decode(row, 0), "SELECT " + type.select(type.bind("$1")), type.encode(value))
                .get(0);
    }
}
