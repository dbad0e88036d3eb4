package dev.plectrum.orm.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A model of which everything may be missing, and whose table and columns have names that SQL reserves or could not read without quotes.
 */
public class Oddity {
    Long id;

    @Nullable String text;

    @Nullable String other;

    @Nullable Integer number;

    @Nullable Long big;

    @Nullable BigDecimal amount;

    @Nullable Double ratio;

    @Nullable Boolean flag;

    @Nullable Instant at;

    @Nullable LocalDate day;

    @Override
    public String toString() {
        return "Oddity{id=" + id + ", text=" + text + ", other=" + other + ", number=" + number + ", big=" + big
                + ", amount=" + amount + ", ratio=" + ratio + ", flag=" + flag + ", at=" + at + ", day=" + day + "}";
    }
}
