package dev.plectrum.benchmarks.plectrum;

import dev.plectrum.annotations.web.Json;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a client sends, with what it has to hold.
 *
 * @param name what it is called
 * @param category where it belongs
 */
@Json
public record NewProduct(
        long id,
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 20) String category,
        @Min(0) BigDecimal price,
        @Min(0) @Max(1_000_000) int stock,
        Instant created) {}
