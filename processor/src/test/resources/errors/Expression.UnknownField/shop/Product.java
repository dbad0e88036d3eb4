package shop;

import dev.plectrum.annotations.GeneratedField;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import java.math.BigDecimal;

@Model
class Product {
    @Id Long id;
    BigDecimal price;
    int stock;
    @GeneratedField("prise * stock") BigDecimal value;
}
