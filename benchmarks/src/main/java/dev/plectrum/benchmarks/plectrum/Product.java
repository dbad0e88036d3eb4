package dev.plectrum.benchmarks.plectrum;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.GeneratedField;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Index;
import dev.plectrum.annotations.Model;
import java.math.BigDecimal;
import java.time.Instant;

/** Something to sell, with its price before and after tax. */
@Model
@Index(fields = {"price", "id"})
public class Product {
    @Id
    Long id;

    @Column(maxLength = 100)
    String name;

    @Column(maxLength = 20)
    String category;

    @Column(precision = 10, scale = 2)
    BigDecimal price;

    int stock;
    Instant created;

    @Column(precision = 10, scale = 2)
    @GeneratedField("round(price * 1.2, 2)")
    BigDecimal gross;
}
