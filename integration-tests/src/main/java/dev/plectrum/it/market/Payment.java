package dev.plectrum.it.market;

import dev.plectrum.annotations.web.Json;
import dev.plectrum.annotations.web.JsonKind;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

// region sealed
/** How somebody pays. */
@Json(discriminator = "by")
public sealed interface Payment {
    /**
     * Coins and notes.
     *
     * @param amount what was given
     */
    @JsonKind("cash")
    record Cash(@Positive BigDecimal amount) implements Payment {}

    /** A card. */
    @JsonKind("card")
    record Card(@Size(min = 4, max = 4) String lastDigits) implements Payment {}

    /** Other things. */
    sealed interface Barter extends Payment {}

    /** Goods, each with how many of it. */
    record Goods(Map<String, @Positive Integer> pieces) implements Barter {}

    /** Several ways at once. */
    record Split(@Size(min = 2) List<Payment> parts) implements Barter {}
}
// endregion
