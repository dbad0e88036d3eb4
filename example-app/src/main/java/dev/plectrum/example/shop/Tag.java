package dev.plectrum.example.shop;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

/** A word that products share. Records are models too. */
@Model(ordering = "name")
public record Tag(
        @Id Long id, @Column(maxLength = 50, unique = true) String name) {}
