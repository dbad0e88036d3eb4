package shop;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.KeyRef;
import dev.plectrum.orm.Ref;

@Model
class Product {
    @Id Long id;
    @ForeignKey(onDelete = OnDelete.PROTECT) Ref<Seat> seat;
    @ForeignKey(onDelete = OnDelete.PROTECT, to = "name") KeyRef<Category, String> category;
}
