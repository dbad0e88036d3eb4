package shop;

import dev.plectrum.annotations.GeneratedField;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
class Product {
    @Id Long id;
    int stock;
    @GeneratedField("stock + 1") int next;
    @GeneratedField("next + 1") int afterNext;
}
