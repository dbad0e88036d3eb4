package shop;

import dev.plectrum.annotations.web.Json;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What it takes to make one. */
@Json
record NewProduct(
        @NotBlank @Size(max = 200) String name,
        @PositiveOrZero BigDecimal price,
        @Nullable String description,
        List<Tag> tags) {
    @Json
    record Tag(String name, @Min(1) int weight) {}
}
