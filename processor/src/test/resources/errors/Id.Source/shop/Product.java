package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
class Product {
    @Id(source = Id.Source.IDENTITY) String code;
}
