package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.ManyToMany;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.Many;

@Model
class Product {
    @Id Long id;
    @ManyToMany Many<Product> similar;
    @Reverse("similar") Many<Product> others;
}
