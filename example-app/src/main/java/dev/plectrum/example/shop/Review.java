package dev.plectrum.example.shop;

import static dev.plectrum.annotations.OnDelete.CASCADE;

import dev.plectrum.annotations.AutoNowAdd;
import dev.plectrum.annotations.Check;
import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.orm.Ref;
import java.time.Instant;

/** What somebody thinks of a product. */
@Model(ordering = "-createdAt")
@Check("stars BETWEEN 1 AND 5")
public class Review {
    @Id
    Long id;

    @ForeignKey(onDelete = CASCADE)
    Ref<Product> product;

    @Column(maxLength = 100)
    String author;

    int stars;
    String text;

    @AutoNowAdd
    Instant createdAt;
}
