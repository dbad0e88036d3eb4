package dev.plectrum.it.places;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.Many;
import org.jspecify.annotations.Nullable;

/** Has a natural key, and nothing that the database decides. */
@Model(ordering = "name")
public record Nation(
        @Id @Column(maxLength = 2) String code,
        String name,
        @Reverse("nation") @Nullable Many<Town> towns) {}
