package shop;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.KeyRef;
import dev.plectrum.orm.Many;

@Model
class Product {
    @Id Long id;
    @Reverse("product") Many<Review> reviews;
    @ForeignKey(onDelete = OnDelete.PROTECT, to = "slug") KeyRef<Category, String> category;
    @Reverse("category") Many<Review> others;
}
