package shop;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.ManyToMany;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.annotations.OneToOne;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.KeyRef;
import dev.plectrum.orm.Many;
import dev.plectrum.orm.Ref;
import java.util.List;

@Model
class Product {
    @Id Long id;
    @ForeignKey(onDelete = OnDelete.PROTECT) KeyRef<Category, Long> category;
    @ManyToMany List<Category> categories;
    @OneToOne(onDelete = OnDelete.PROTECT) Ref<Product> twin;
    @Reverse("twin") Many<Product> twins;
}
