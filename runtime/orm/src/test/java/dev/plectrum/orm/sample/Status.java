package dev.plectrum.orm.sample;

/** Where a product stands. */
public enum Status {
    DRAFT,
    ACTIVE,
    RETIRED
}
