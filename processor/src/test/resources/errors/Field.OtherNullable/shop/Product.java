package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import other.Nullable;

@Model
class Product {
    @Id Long id;
    @Nullable String name;
}
