package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Index;
import dev.plectrum.annotations.Model;
import java.math.BigDecimal;

@Model(ordering = {"-prise", "name"})
@Index(fields = {"name", "colour"})
@Index(fields = "weight", where = "price > 0")
class Product {
    @Id Long id;
    String name;
    BigDecimal price;
}
