package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Index;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Unique;

@Model
@Index
@Unique
class Product {
    @Id Long id;
    String name;
}
