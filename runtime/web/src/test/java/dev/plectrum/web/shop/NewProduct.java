package dev.plectrum.web.shop;

import dev.plectrum.annotations.web.Json;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What it takes to make one. */
@Json
record NewProduct(String name, BigDecimal price, @Nullable String description, List<Tag> tags) {
    @Json
    record Tag(String name, int weight) {}
}
