package dev.plectrum.it.market;

import dev.plectrum.annotations.Embedded;

/** How large something is. */
@Embedded
public record Size(int width, int height) {}
