package shop;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.KeyRef;
import dev.plectrum.orm.Ref;

@Model
class Mark {
    @Id Long id;
    @ForeignKey(onDelete = OnDelete.CASCADE) Ref<Product> product;
    @ForeignKey(to = "name", onDelete = OnDelete.CASCADE) KeyRef<Category, String> category;
}
