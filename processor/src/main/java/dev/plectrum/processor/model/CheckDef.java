package dev.plectrum.processor.model;

/** What {@code @Check} says. */
public record CheckDef(String name, ExpressionDef condition, Place place) {}
