package shop;

import dev.plectrum.annotations.GeneratedField;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Index;
import dev.plectrum.annotations.Model;

@Model
@Index(fields = "shout")
class Product {
    @Id Long id;
    String name;
    @GeneratedField(value = "upper(name)", stored = false) String shout;
}
