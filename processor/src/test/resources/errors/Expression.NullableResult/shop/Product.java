package shop;

import dev.plectrum.annotations.GeneratedField;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import org.jspecify.annotations.Nullable;

@Model
class Product {
    @Id Long id;
    @Nullable Integer stock;
    @GeneratedField("stock + 1") int next;
}
