package shop;

import dev.plectrum.annotations.GeneratedField;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Index;
import dev.plectrum.annotations.Model;

@Model
@Index(expressions = "next * 2")
class Product {
    @Id Long id;
    int stock;
    @GeneratedField(value = "stock + 1", stored = false) int next;
}
