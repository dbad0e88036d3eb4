package shop;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.Ref;
import library.Category;

@Model
class Product {
    @Id Long id;
    @ForeignKey(onDelete = OnDelete.PROTECT) Ref<Category> category;
}
