package dev.plectrum.example.shop;

import dev.plectrum.web.json.Given;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What changes about a product: what is not mentioned stays, and null is a value. */
// region patch
record ProductPatch(
        @NotBlank @Size(max = 200) Given<String> name,
        @PositiveOrZero @Digits(integer = 8, fraction = 2) Given<BigDecimal> price,
        @PositiveOrZero Given<Integer> stock,
        Given<@Nullable String> description) {
    /** Changes the product. */
    void applyTo(Product product) {
        name.ifPresent(value -> product.name = value);
        price.ifPresent(value -> product.price = value);
        stock.ifPresent(value -> product.stock = value);
        description.ifPresent(value -> product.description = value);
    }
}
// endregion
