package dev.plectrum.it.types;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.orm.type.Range;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A field of every type that can be stored; each may be missing, so that the others can be tried alone. */
@Model(schema = "kit")
public class Everything {
    @Id
    Long id;

    @Nullable Boolean truth;

    @Nullable Short small;

    @Nullable Integer whole;

    @Nullable Long large;

    @Nullable Float real;

    @Nullable Double precise;

    @Nullable BigDecimal exact;

    @Column(precision = 10, scale = 2)
    @Nullable BigDecimal price;

    @Nullable BigInteger huge;

    @Column(precision = 20)
    @Nullable BigInteger twenty;

    @Nullable String text;

    @Column(maxLength = 3)
    @Nullable String brief;

    @Column(type = Column.Type.CITEXT)
    @Nullable String insensitive;

    @Nullable Character letter;

    @Nullable UUID uuid;

    @Nullable LocalDate date;

    @Nullable LocalTime time;

    @Nullable LocalDateTime local;

    @Nullable Instant instant;

    @Nullable OffsetDateTime offset;

    @Nullable ZonedDateTime zoned;

    @Nullable Duration duration;

    @Nullable Period period;

    byte @Nullable [] bytes;

    @Nullable Buffer buffer;

    @Nullable JsonObject object;

    @Nullable JsonArray array;

    @Column(type = Column.Type.JSONB)
    @Nullable Object anything;

    @Column(type = Column.Type.JSONB)
    @Nullable Size size;

    @Nullable Meal meal;

    @Column(type = Column.Type.ORDINAL)
    @Nullable Meal course;

    @Nullable InetAddress address;

    @Nullable URI link;

    @Column(converter = MoneyConverter.class)
    @Nullable Money money;

    @Nullable Range<Integer> ints;

    @Nullable Range<Long> longs;

    @Nullable Range<BigDecimal> numbers;

    @Nullable Range<LocalDate> dates;

    @Nullable Range<LocalDateTime> times;

    @Nullable Range<Instant> moments;

    @Nullable List<String> words;

    @Nullable List<Long> keys;

    @Nullable List<BigDecimal> prices;

    @Nullable List<Meal> meals;

    @Nullable List<LocalDate> days;

    @Nullable List<UUID> uuids;

    String @Nullable [] wordArray;
    boolean @Nullable [] truths;
    short @Nullable [] smalls;
    int @Nullable [] wholes;
    long @Nullable [] larges;
    float @Nullable [] reals;
    double @Nullable [] precises;

    /** Kept as a JSON document. */
    public record Size(
            int width,
            @Nullable BigDecimal depth,
            List<Meal> meals,
            @Nullable Size inner) {}

    /** Kept by name in one column and by position in another. */
    public enum Meal {
        BREAKFAST,
        LUNCH,
        DINNER
    }

    /** Kept as a number, by a converter. */
    public record Money(long cents) {}
}
