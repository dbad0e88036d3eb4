package shop;

import dev.plectrum.annotations.Check;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import java.time.Instant;

@Model
@Check("since < now()")
class Product {
    @Id Long id;
    Instant since;
}
