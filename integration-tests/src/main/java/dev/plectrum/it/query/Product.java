package dev.plectrum.it.query;

import static dev.plectrum.annotations.OnDelete.PROTECT;

import dev.plectrum.annotations.AutoNow;
import dev.plectrum.annotations.AutoNowAdd;
import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.GeneratedField;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.orm.Ref;
import dev.plectrum.orm.type.Range;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

// region product
@Model(ordering = "name")
public class Product {
    @Id
    Long id;

    @Column(maxLength = 200, unique = true)
    String name;

    @Column(precision = 10, scale = 2)
    BigDecimal price;

    int stock;

    @Nullable String description;

    List<String> tags = List.of();

    @Nullable JsonObject details;

    @Nullable Range<LocalDate> season;

    @ForeignKey(onDelete = PROTECT)
    @Nullable Ref<Category> category;

    @AutoNowAdd
    Instant createdAt;

    @AutoNow
    Instant updatedAt;

    @GeneratedField("price * stock")
    BigDecimal stockValue;
}
// endregion
