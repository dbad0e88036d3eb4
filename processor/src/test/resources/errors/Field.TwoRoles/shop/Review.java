package shop;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.annotations.OneToOne;
import dev.plectrum.orm.Ref;

@Model
class Review {
    @Id Long id;
    @Id @OneToOne(onDelete = OnDelete.CASCADE) Ref<Product> product;
    @Column(unique = true) @ForeignKey(onDelete = OnDelete.CASCADE) Ref<Product> other;
}
