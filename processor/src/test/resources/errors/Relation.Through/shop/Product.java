package shop;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.ManyToMany;
import dev.plectrum.annotations.Model;
import dev.plectrum.orm.Many;

@Model
class Product {
    @Id Long id;
    @ManyToMany(through = Shelf.class) Many<Category> categories;
    @ManyToMany(through = Mark.class) Many<Category> marked;
}
