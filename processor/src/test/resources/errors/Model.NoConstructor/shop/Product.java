package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
class Product {
    @Id Long id;
    String name;

    Product(String name) {
        this.name = name;
    }
}
