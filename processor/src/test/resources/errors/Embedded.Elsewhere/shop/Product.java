package shop;

import dev.plectrum.annotations.Embedded;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import library.Size;

@Model
class Product {
    @Id Long id;
    @Embedded Size size;
}
