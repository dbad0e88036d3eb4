package shop;

import dev.plectrum.annotations.Check;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
@Check(value = "price > 0", name = "price_is_sound")
@Check(value = "price < 100", name = "price_is_sound")
class Product {
    @Id Long id;
    int price;
}
