package dev.plectrum.it.market;

import dev.plectrum.annotations.web.Json;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A value of every form, with every kind of constraint that a schema can say. */
@Json
public record Sample(
        boolean flag,
        @AssertTrue @Nullable Boolean agreed,
        short small,
        int number,
        long large,
        double ratio,
        @Min(1) @Max(9) int digit,

        @DecimalMin(value = "0.5", inclusive = false) @Nullable Double share,

        @PositiveOrZero @Digits(integer = 4, fraction = 2) BigDecimal price,
        @Positive BigDecimal weight,
        @NegativeOrZero @Nullable BigDecimal debt,
        BigInteger huge,
        UUID id,
        Instant at,
        @Nullable LocalDate day,
        DayOfWeek weekday,
        @NotBlank @Size(max = 5) String name,
        @Size(min = 2, max = 4) @Nullable String code,
        @NotBlank @Pattern(regexp = "[a-z ]+[0-9]?") String slug,
        @Email @Nullable String mail,
        @NotEmpty List<@Size(max = 3) String> tags,
        @Size(max = 2) Map<String, @Min(0) Integer> counts,
        @Nullable Payment payment,
        @Nullable Sample inner) {}
