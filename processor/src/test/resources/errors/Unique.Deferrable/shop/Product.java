package shop;

import dev.plectrum.annotations.Deferrable;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Unique;

@Model
@Unique(expressions = "lower(name)", deferrable = Deferrable.DEFERRED)
class Product {
    @Id Long id;
    String name;
}
