package dev.plectrum.processor.model;

/**
 * A model, base class or embedded record that compiled before, and whose Def is not to be had.
 *
 * @param type its simple name
 * @param version of the processor that wrote its generated code; empty if there is none
 */
public record Unreliable(String type, String version) {}
