package shop;

import dev.plectrum.annotations.web.Json;
import dev.plectrum.annotations.web.JsonKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;

@Json
sealed interface Payment {
    interface Large {}

    @JsonKind("cash")
    record Cash(BigDecimal amount) implements Payment {}

    @JsonKind("card")
    record Card(
            @Size(min = 4, max = 4) String digits,
            List<@NotBlank String> holders,
            @Size(min = 3, max = 3, groups = Large.class) String code)
            implements Payment {}
}
