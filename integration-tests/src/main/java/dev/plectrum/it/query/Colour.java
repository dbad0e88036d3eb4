package dev.plectrum.it.query;

/** What a specimen may be painted with. */
public enum Colour {
    RED,
    GREEN,
    BLUE
}
