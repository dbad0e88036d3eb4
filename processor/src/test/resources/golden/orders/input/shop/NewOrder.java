package shop;

import dev.plectrum.annotations.web.Example;
import dev.plectrum.annotations.web.Json;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to place an order.
 *
 * @param mail where to write
 */
@Json(unknown = Json.Unknown.IGNORE)
public record NewOrder(
        @Email @Example({"ada@example.org", "grace@example.org"}) String mail,
        @NotEmpty @Size(max = 99) List<Line> lines,
        @Nullable @Future LocalDate due,
        @DecimalMin(value = "0.5", inclusive = false) double weight,
        @Nullable @Digits(integer = 3, fraction = 2) BigDecimal most,
        @Max(5) BigInteger priority,
        @Nullable
                @Pattern(regexp = "[a-z]+", flags = Pattern.Flag.CASE_INSENSITIVE, message = "letters only")
                String code,
        Map<String, Line> later,
        @AssertTrue boolean accepted,
        Labelled<Integer> in,
        @Nullable Address address,
        List<List<Stage>> stages,
        byte[] value) {
    /** As many lines as stages. */
    @AssertTrue(message = "lines and stages must be as many")
    boolean isEven() {
        return lines.size() == stages.size();
    }

    /** One of its lines. */
    @Json
    public record Line(@Min(1) int amount, short size) {}

    /** Where it goes. */
    public record Address(@NotBlank String street, @Nullable Address otherwise) {}

    /** Something with a label. */
    public record Labelled<T>(String label, T content) {}
}
