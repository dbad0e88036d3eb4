package shop;

import dev.plectrum.annotations.Check;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
@Check("status <> 'DRAFTED'")
class Product {
    @Id Long id;
    Status status;
}
