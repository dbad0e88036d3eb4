package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
class Product {
    @Id Long id;
    private String name;
    private int stock;

    int getStock() {
        return stock;
    }
}
