package dev.plectrum.it.query;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.orm.type.Range;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row with a value of every kind, or none, under names that SQL reserves or could not read without quotes. */
@Model(table = "select")
public class Specimen {
    @Id
    Long id;

    @Column(name = "from")
    @Nullable String text;

    @Column(name = "Wei\"rd; --", maxLength = 20)
    @Nullable String brief;

    @Column(name = "order")
    @Nullable Integer number;

    @Nullable Short small;

    @Column(name = "sort_1")
    @Nullable Long big;

    @Nullable Double ratio;

    @Nullable Float single;

    @Column(name = "größe")
    @Nullable BigDecimal amount;

    @Column(precision = 6, scale = 2)
    @Nullable BigDecimal price;

    @Column(name = "null")
    @Nullable Boolean flag;

    @Column(name = "$1")
    @Nullable Instant at;

    @Nullable LocalDateTime local;

    @Column(name = "?")
    @Nullable LocalDate day;

    @Nullable LocalTime time;

    @Nullable Duration span;

    @Nullable UUID uuid;

    @Column(name = "a b")
    @Nullable JsonObject data;

    @Nullable List<String> tags;

    @Nullable List<Integer> numbers;

    @Nullable Range<Integer> range;

    @Nullable Range<LocalDate> stay;

    @Nullable Colour colour;

    byte @Nullable [] bytes;
}
