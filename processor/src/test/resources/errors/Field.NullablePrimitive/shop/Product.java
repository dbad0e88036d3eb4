package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import org.jspecify.annotations.Nullable;

@Model
class Product {
    @Id Long id;
    @Nullable int stock;
}
