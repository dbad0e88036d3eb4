package dev.plectrum.processor.model;

/** A field's type that cannot be found. */
public record Unresolved(String type, String field, Place place) {}
