package dev.plectrum.benchmarks.plectrum;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

/** A word that posts share. */
@Model
public record Tag(
        @Id Long id, @Column(maxLength = 50, unique = true) String name) {}
