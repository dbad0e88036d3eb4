package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

class Shop {
    @Model
    class Product {
        @Id Long id;
    }
}
