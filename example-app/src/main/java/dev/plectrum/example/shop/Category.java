package dev.plectrum.example.shop;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.Many;

/** What products are sorted by. */
@Model(ordering = "name")
public class Category {
    @Id
    Long id;

    @Column(maxLength = 100, unique = true)
    String name;

    @Reverse("category")
    Many<Product> products;
}
