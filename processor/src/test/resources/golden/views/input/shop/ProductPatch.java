package shop;

import dev.plectrum.web.json.Given;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What it takes to change one: only what is mentioned changes. */
record ProductPatch(@Size(max = 200) Given<String> name, Given<BigDecimal> price, Given<@Nullable String> description) {}
