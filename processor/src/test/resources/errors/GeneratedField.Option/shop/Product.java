package shop;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.GeneratedField;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

@Model
class Product {
    @Id Long id;
    int stock;
    @GeneratedField("stock + 1") @Column(dbDefault = "1") int next;
}
