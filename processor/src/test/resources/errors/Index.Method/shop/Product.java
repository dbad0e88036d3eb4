package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Index;
import dev.plectrum.annotations.Model;

@Model
@Index(fields = "name", method = "b-tree")
@Index(fields = "name", include = "stock", method = "gin")
@Index(fields = "-stock", method = "brin")
@Index(fields = {"name", "stock"}, method = "hash")
class Product {
    @Id Long id;
    String name;
    int stock;
}
