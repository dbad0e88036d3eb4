package dev.plectrum.example.shop;

/** Where a product stands. */
public enum Status {
    DRAFT,
    ACTIVE,
    RETIRED
}
