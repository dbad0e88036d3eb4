package dev.plectrum.it.market;

import dev.plectrum.annotations.web.Example;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody would pay, with an example of everything. */
public record Bid(
        @Example("9b7a5d80-7d2c-4b4f-8d9e-3f1c2a6b5e04") UUID id,
        @Positive @Example({"12.50", "7"}) BigDecimal price,
        @Example("3") int pieces,
        @Example("0.25") double share,
        @Example("true") boolean binding,
        @Example("SPECIAL") Kind kind,
        @Example("2026-05-01T10:00:00Z") Instant at,
        @Example("2026-05-31") @Nullable LocalDate until,
        @Example("[\"oak\", \"round\"]") List<@Size(max = 5) String> marks,
        @Example("{\"north\": 2}") Map<String, Integer> shelves,

        @Example("{\"by\": \"cash\", \"amount\": \"12.50\"}") @Nullable Payment payment) {
    /** How it is meant. */
    public enum Kind {
        USUAL,
        SPECIAL
    }
}
