package shop;

import dev.plectrum.annotations.Check;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import java.time.LocalDate;

@Model
@Check("since > date '2024-02-30'")
class Product {
    @Id Long id;
    LocalDate since;
}
