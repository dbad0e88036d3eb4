package dev.plectrum.example.shop;

import dev.plectrum.annotations.web.Example;
import dev.plectrum.annotations.web.Json;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to sell something.
 *
 * @param category the category's id
 */
// region body
@Json
record NewProduct(
        @NotBlank @Size(max = 200) @Example("Oak desk") String name,

        @PositiveOrZero @Digits(integer = 8, fraction = 2) @Example("249.00")
        BigDecimal price,

        @PositiveOrZero int stock,
        @Nullable String description,
        long category) {}
// endregion
