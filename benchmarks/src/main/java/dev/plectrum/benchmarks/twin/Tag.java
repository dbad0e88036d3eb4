package dev.plectrum.benchmarks.twin;

/** A row of {@code tag}. */
record Tag(long id, String name) {}
