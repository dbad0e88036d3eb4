package dev.plectrum.benchmarks.plectrum;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

/** A saying. */
@Model
public record Fortune(
        @Id(source = Id.Source.ASSIGNED) int id,
        @Column(maxLength = 2048) String message) {}
