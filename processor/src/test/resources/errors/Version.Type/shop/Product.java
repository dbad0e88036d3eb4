package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Version;

@Model
class Product {
    @Id Long id;
    @Version String version;
}
