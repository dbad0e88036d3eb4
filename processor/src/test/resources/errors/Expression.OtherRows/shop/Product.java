package shop;

import dev.plectrum.annotations.Check;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
@Check("price < max(price)")
class Product {
    @Id Long id;
    int price;
}
