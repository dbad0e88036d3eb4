package dev.plectrum.it.market;

import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;

/** A place that sells. */
@Model
public record Stall(@Id Long id, String name) {}
