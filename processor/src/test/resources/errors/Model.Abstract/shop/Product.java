package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
abstract class Product {
    @Id Long id;
}
